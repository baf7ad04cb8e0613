/** Dates that are tried out on the plan, and what can be done with a step that a fallout holds. */
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { exampleFallout } from '../fallout/falloutExample.ts';
import type { Answers } from '../testing/literalDesk.tsx';
import { done } from '../testing/literalSession.ts';
import { comeAnew, openPlan, rowNamed, treeOf } from '../testing/openPlan.tsx';
import { exampleTask } from '../tasks/taskExample.ts';
import { exampleOutlook, examplePlan } from './planExample.ts';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(comeAnew);

async function open(part: RegExp, more: Answers = {}) {
  const opened = await openPlan({
    'plan.whatIf': () => ({
      estimatedEnd: '2026-11-29T12:00:00.000Z',
      was: '2026-11-28T12:00:00.000Z',
      slackMinutes: 0,
    }),
    'task.get': ({ task }) => ({ ...exampleTask, key: `o1/T${task}`, task, state: 'onHold' as const }),
    'task.proposeEnd': () => done,
    'task.withdrawEnd': () => done,
    'fallout.get': () => ({ ...exampleFallout, orderId: 'o1', fallout: 1 }),
    'fallout.resolve': () => done,
    ...more,
  });
  await opened.user.click(rowNamed(part));
  return opened;
}

test('O16 a date that was tried out is proposed with a reason, and nothing is saved before', async () => {
  const { user, sent } = await open(/^Configure the router/);
  const whatIf = screen.getByRole('region', { name: 'What if' });
  expect(within(whatIf).queryByRole('button', { name: /^Propose/ })).toBeNull();
  fireEvent.change(within(whatIf).getByLabelText('If this ends on'), { target: { value: '2026-11-29T10:00' } });
  await user.click(await within(whatIf).findByRole('button', { name: 'Propose date…' }));
  const dialog = within(await screen.findByRole('dialog', { name: /^Propose an end for TASK0000421-3/ }));
  expect(
    dialog.getByText(/would end 29 Nov 2026, 10:00, and with it the order 29 Nov 2026, .*\(\+1 d\)\./),
  ).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Propose date' }));
  expect(dialog.getByText('Say why it will end then')).toBeDefined();
  expect(sent('task.proposeEnd')).toEqual([]);
  await user.type(dialog.getByRole('textbox', { name: /^Reason/ }), 'Delivered then{Control>}{Enter}{/Control}');
  await vi.waitFor(() => expect(sent('task.proposeEnd').length).toBe(1));
  const end = new Date('2026-11-29T10:00').toISOString();
  expect(sent('task.proposeEnd')[0]).toMatchObject({ orderId: 'o1', task: 3, end, reason: 'Delivered then', seen: 8 });
  await vi.waitFor(() => expect(within(whatIf).queryByRole('status')).toBeNull());
});

const proposedEnd = {
  end: '2026-11-29T10:00:00.000Z',
  reason: 'The supplier delivers then',
  by: 'kai',
  at: '2026-11-24T09:00:00.000Z',
};
const dated = treeOf(examplePlan.map(node => (node.key === 'T3' ? { ...node, proposedEnd } : node)));

test('O16 a proposed end says by whom, when and why, and is withdrawn from there', async () => {
  const { user, sent } = await open(/^Configure the router/, dated);
  expect(screen.getByText(/^proposed by Kai Lund on 24 Nov 2026, .*: The supplier delivers then$/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Withdraw date' }));
  await vi.waitFor(() => expect(sent('task.withdrawEnd')).toMatchObject([{ orderId: 'o1', task: 3, seen: 8 }]));
});

test('O16 on the timeline a proposed end is marked on its bar, and the legend says what the mark means', async () => {
  const { user } = await open(/^Configure the router/, dated);
  await user.keyboard('3');
  await vi.waitFor(() => expect(document.querySelector('[data-part="T3"] [class*="proposed"]')).not.toBeNull());
  expect(document.querySelector('[data-part="T2"] [class*="proposed"]')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Legend' }));
  expect(screen.getByText('proposed end')).toBeDefined();
});

test('O4 an end in a far year is told at the edge of the timeline, in words for those who do not see it', async () => {
  const farEnd = '2199-05-04T12:00:00.000Z';
  const { user } = await open(/^Configure the router/, {
    'plan.outlook': () => ({ ...exampleOutlook, estimatedEnd: farEnd }),
  });
  await user.keyboard('3');
  expect(await screen.findByText('expected end 4 May 2199 →')).toBeDefined();
  const described = screen.getByRole('treegrid', {
    description: 'Further right, out of sight: expected end 4 May 2199.',
  });
  expect(described).toBeDefined();
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
  await open(/^Configure the router/, treeOf(examplePlan, 17));
  expect(screen.getByRole('group', { name: 'How the plan stands' }).textContent).toMatch(
    /version 17 · as of \d\d:\d\d/,
  );
});
