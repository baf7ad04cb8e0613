/** Dates that are tried out on the plan, and what can be done with a step that a fallout holds. */
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test, vi } from 'vitest';
import { exampleFallout } from '../fallout/falloutExample.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { order } from '../testing/literalOrders.ts';
import { codes, done, session } from '../testing/literalSession.ts';
import { exampleTask } from '../tasks/taskExample.ts';
import { exampleOutlook, examplePlan } from './planExample.ts';
import { forgetPlace } from './planMemory.ts';
import { PlanScreen } from './PlanScreen.tsx';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(() => {
  window.location.hash = '#/orders/o1/plan';
  window.localStorage.clear();
  forgetPlace('o1');
});

async function open(part: RegExp, more: Answers = {}) {
  const drawn = drawOver(
    {
      'workspace.status': () => session,
      'codes.get': () => codes,
      'order.get': () => order('o1', { state: 'inProgress' }),
      'plan.outlook': () => exampleOutlook,
      'plan.tree': ({ root }) => ({
        version: 17,
        next: null,
        nodes: root === 'order' ? [...examplePlan] : examplePlan.filter(node => node.key === root),
      }),
      'plan.whatIf': () => ({
        estimatedEnd: '2026-11-29T12:00:00.000Z',
        was: '2026-11-28T12:00:00.000Z',
        slackMinutes: 0,
      }),
      'task.get': ({ task }) => ({ ...exampleTask, key: `o1/T${task}`, task, state: 'onHold' as const }),
      'order.addNote': () => done,
      'fallout.get': () => ({ ...exampleFallout, orderId: 'o1', fallout: 1 }),
      'fallout.resolve': () => done,
      ...more,
    },
    <PlanScreen orderId="o1" />,
  );
  await screen.findByRole('treegrid');
  const user = userEvent.setup();
  await user.click(screen.getByRole('row', { name: part }));
  const sent = (name: string): readonly unknown[] =>
    drawn.asked.filter(one => one.name === name).map(({ input }) => input);
  return { ...drawn, user, sent };
}

test('a date that was tried out is kept as a note on the task, and the plan stays as it is', async () => {
  const { user, sent } = await open(/^Configure the router/);
  const whatIf = screen.getByRole('region', { name: 'What if' });
  expect(within(whatIf).queryByRole('button', { name: /^Propose/ })).toBeNull();
  fireEvent.change(within(whatIf).getByLabelText('If this ends on'), { target: { value: '2026-11-29T10:00' } });
  await user.click(await within(whatIf).findByRole('button', { name: 'Propose date as a note' }));
  await vi.waitFor(() => expect(sent('order.addNote').length).toBe(1));
  expect(sent('order.addNote')[0]).toMatchObject({ orderId: 'o1', subject: 'T3', kind: 'work' });
  expect(JSON.stringify(sent('order.addNote')[0])).toMatch(
    /Proposed end: 29 Nov 2026, 10:00\. The order would end 29 Nov 2026, \d\d:\d\d \(\+1 d\)\./,
  );
  await vi.waitFor(() => expect(within(whatIf).queryByRole('status')).toBeNull());
});

test('F5 F7 a step that a fallout holds is tried again or skipped from the plan', async () => {
  const { user, sent } = await open(/^Reserve access port TASK/);
  await user.click(await screen.findByRole('button', { name: /^Skip/ }));
  const skip = await screen.findByRole('dialog');
  expect(within(skip).getByRole<HTMLInputElement>('radio', { name: /Skip/ }).checked).toBe(true);
  await user.click(within(skip).getByRole('button', { name: 'Leave it open' }));
  await user.click(await screen.findByRole('button', { name: /^Retry/ }));
  const dialog = await screen.findByRole('dialog');
  await user.click(within(dialog).getByRole('combobox', { name: /^Root cause/ }));
  await user.click(await screen.findByRole('option', { name: 'No inventory' }));
  await user.click(within(dialog).getByRole('combobox', { name: /^Resolution/ }));
  await user.click(await screen.findByRole('option', { name: 'Resource reallocated' }));
  await user.type(within(dialog).getByRole('textbox', { name: /^What was put right/ }), 'Another port');
  await user.keyboard('{Control>}{Enter}{/Control}');
  await vi.waitFor(() =>
    expect(sent('fallout.resolve')).toMatchObject([
      { orderId: 'o1', fallout: 1, action: 'retry', rootCause: 'noInventory', text: 'Another port' },
    ]),
  );
});

test('below the plan stands of which version of the order it is, and of when', async () => {
  await open(/^Configure the router/);
  expect(screen.getByRole('group', { name: 'How the plan stands' }).textContent).toMatch(
    /version 17 · as of \d\d:\d\d/,
  );
});
