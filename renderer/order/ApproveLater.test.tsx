/** Choosing a later start, with what it would come to. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { exampleOutlook } from '../plan/planExample.ts';
import { drawOver } from '../testing/literalDesk.tsx';
import { order } from '../testing/literalOrders.ts';
import { session } from '../testing/literalSession.ts';
import { ApproveLater } from './ApproveLater.tsx';

const shown = order('1', { state: 'new', requestedCompletion: '2126-12-01T16:00:00.000Z' });

function draw(refused = false) {
  return drawOver(
    {
      'workspace.status': () => session,
      'plan.outlook': ({ startAt = '' }) =>
        refused
          ? { refusal: { code: 'CheckFailed', checks: [] } }
          : { ...exampleOutlook, estimatedEnd: startAt.replace('-01T', '-04T') },
    },
    <ApproveLater
      order={shown}
      opened
      whyNot
      pending={false}
      onOpen={() => undefined}
      onApprove={() => Promise.resolve(true)}
    />,
  );
}

test('A7 X2 the start that is chosen says when its work would end, and how late that is', async () => {
  const { asked } = draw();
  const user = userEvent.setup();
  const field = await screen.findByLabelText(/^Start on/);
  expect(asked.filter(({ name }) => name === 'plan.outlook')).toEqual([]);
  await user.type(field, '2126-11-01T08:00');
  expect(await screen.findByText(/^By their durations its tasks then end on 4 Nov 2126/)).toBeDefined();
  expect(screen.queryByText(/after the requested completion/)).toBeNull();
  await user.clear(field);
  await user.type(field, '2126-12-01T08:00');
  expect(await screen.findByText('3 days after the requested completion.')).toBeDefined();
  // Asked with the start, and nothing but asked.
  const names = new Set(asked.map(({ name }) => name));
  expect([...names].filter(name => name.startsWith('order.'))).toEqual([]);
  expect(asked.findLast(({ name }) => name === 'plan.outlook')?.input).toMatchObject({
    orderId: '1',
    asApproved: true,
    startAt: expect.stringMatching(/^2126-1[12]-\d\dT/),
  });
});

test('nothing is promised for a start that has passed, or while approval would be refused', async () => {
  const { asked } = draw(true);
  const user = userEvent.setup();
  const field = await screen.findByLabelText(/^Start on/);
  await user.type(field, '2016-11-01T08:00');
  expect(asked.filter(({ name }) => name === 'plan.outlook')).toEqual([]);
  await user.clear(field);
  await user.type(field, '2126-11-01T08:00');
  await screen.findByRole('status');
  expect(screen.getByRole('status').textContent).toBe('');
});
