import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { drawOver } from '../testing/literalDesk.tsx';
import { counts, session } from '../testing/literalSession.ts';
import { TitleBar } from './TitleBar.tsx';

const draw = (damaged: boolean) =>
  drawOver({ 'workspace.status': () => ({ ...session, damaged }), 'counts.get': () => counts }, <TitleBar />);

test('a workspace that is whole is said to be saved here', async () => {
  draw(false);
  expect(await screen.findByTitle(/\/home\/liv\/desk/)).toHaveProperty('tagName', 'SPAN');
  expect(screen.queryByRole('alert')).toBeNull();
});

test('a damaged workspace is said to be so, with what to do', async () => {
  draw(true);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('Workspace damaged');
  expect(alert.title).toContain('go on with a backup');
});
