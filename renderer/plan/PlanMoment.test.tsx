/** The moment of the plan that the address names, where there is one and where there is none. */
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { beforeEach, expect, test, vi } from 'vitest';
import { drawOver } from '../testing/literalDesk.tsx';
import { order } from '../testing/literalOrders.ts';
import { codes, session } from '../testing/literalSession.ts';
import { exampleOutlook, examplePlan } from './planExample.ts';
import { forgetPlace } from './planMemory.ts';
import { PlanScreen } from './PlanScreen.tsx';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => forgetPlace('o1'));

const moment = (version: number) => ({
  version,
  at: `2026-11-24T10:0${version}:00.000Z`,
  by: 'liv',
  event: 'TaskStarted',
  subject: 'T1',
  subjectName: null,
});

/** As the order screen keeps it, in the address. */
function Addressed({ named }: { readonly named: number }) {
  const [asOf, setAsOf] = useState<number | null>(named);
  return (
    <>
      <output aria-label="Address">{asOf ?? 'now'}</output>
      <PlanScreen orderId="o1" startAsOf={asOf} onAsOf={setAsOf} />
    </>
  );
}

async function open(named: number) {
  const drawn = drawOver(
    {
      'workspace.status': () => session,
      'codes.get': () => codes,
      'order.get': () => order('o1', { state: 'inProgress', version: 4 }),
      'history.moments': () => ({ moments: [1, 2, 3, 4, 5].map(moment), total: 5 }),
      'plan.outlook': () => exampleOutlook,
      'plan.tree': () => ({ version: 5, next: null, nodes: [...examplePlan] }),
    },
    <Addressed named={named} />,
  );
  await screen.findByRole('treegrid');
  const asked = () => drawn.asked.filter(({ name }) => name === 'plan.tree').map(({ input }) => input);
  return { asked, user: userEvent.setup() };
}

test('X6 an address with a moment that is not in the history shows the plan of now, and says so', async () => {
  const { asked, user } = await open(999);
  expect(
    screen.getByText('There is no change 999 in the history of this order.').closest('[role=status]')?.textContent,
  ).toBe(
    'There is no change 999 in the history of this order. It has 5 changes so far; this is the plan as it is now.',
  );
  expect(screen.getByRole('button', { name: /^Travel in time/ }).getAttribute('aria-pressed')).toBe('false');
  expect(screen.queryByRole('slider', { name: 'Moment' })).toBeNull();
  expect(screen.getByLabelText('Address').textContent).toBe('now');
  expect(asked()).not.toContainEqual(expect.objectContaining({ asOf: 999 }));
  await user.click(screen.getByRole('button', { name: /^Travel in time/ }));
  expect(await screen.findByRole('slider', { name: 'Moment' })).toBeDefined();
});

test('X6 a moment that this window has not heard of yet is shown, as it is in the history', async () => {
  const { asked } = await open(5);
  expect(await screen.findByRole('slider', { name: 'Moment' })).toBeDefined();
  expect(screen.queryByText(/is not in the history|There is no change/)).toBeNull();
  expect(asked()).toContainEqual(expect.objectContaining({ asOf: 5 }));
});
