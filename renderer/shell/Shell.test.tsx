import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { drawOver } from '../testing/literalDesk.tsx';
import { counts, session } from '../testing/literalSession.ts';
import { Shell } from './Shell.tsx';

test('that the app is gone is said at once, with what to do, and no longer when it is back', async () => {
  const { reach, asked } = drawOver(
    { 'workspace.status': () => session, 'counts.get': () => counts },
    <Shell>
      <p>The work</p>
    </Shell>,
  );
  await screen.findByText('Saved on this machine');
  const before = asked.length;
  act(() => reach(false));
  const alert = screen.getByRole('alert');
  expect(alert.textContent).toContain('Start it again and leave this window open');
  expect(alert.textContent).toContain('What you typed is kept');
  expect(screen.queryByText('Saved on this machine')).toBeNull();
  expect(asked.length).toBe(before);
  act(() => reach(true));
  expect(alert.textContent).toBe('');
  expect(screen.getByText('Saved on this machine')).toBeDefined();
});
