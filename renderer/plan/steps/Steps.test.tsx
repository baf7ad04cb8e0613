/** Doing the same thing to many steps: marked by key and by hand, looked at before, one result for each after. */
import { screen, waitFor, within } from '@testing-library/react';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import type { Batch } from '../../../preload/contract/batch.ts';
import type { Job } from '../../../preload/contract/intake.ts';
import type { Answers } from '../../testing/literalDesk.tsx';
import { order } from '../../testing/literalOrders.ts';
import { comeAnew, openPlan } from '../../testing/openPlan.tsx';

vi.setConfig({ testTimeout: 20_000 });

// The dialogs are parts of their own; how long it takes to load them is not what is asked here.
beforeAll(() => Promise.all([import('./StepsDialog.tsx'), import('../../batch/AfterDialog.tsx')]));

beforeEach(comeAnew);

const job: Job = {
  id: 'job-1',
  kind: 'steps',
  file: '',
  state: 'completed',
  done: 2,
  total: 2,
  imported: 0,
  duplicate: 0,
  refused: 0,
  startedAt: '2026-11-24T10:00:00.000Z',
  endedAt: '2026-11-24T10:00:01.000Z',
  problem: null,
};

const batch: Batch = {
  jobId: 'job-1',
  kind: 'steps',
  deed: { type: 'hold', reason: 'Site closed' },
  order: { id: 'o1', number: 'ORD0000421' },
  by: 'ana',
  state: 'completed',
  done: 2,
  total: 2,
  counts: { succeeded: 1, failed: 1, skipped: 0 },
  startedAt: job.startedAt,
  endedAt: job.endedAt,
  dismissed: false,
};

const ended = { code: 'WrongState', subject: 'task', id: 'TASK0000421-1', found: 'closedComplete', needed: ['open'] };
const result = { orderId: 'o1', number: 'TASK0000421-3', title: 'Configure the router', refusal: null } as const;

function open(more: Answers = {}) {
  const asked = { ran: false };
  return openPlan({
    'plan.find': () => ({ matches: [{ key: 'T3', above: ['order', 'S1', 'L1', 'D2'] }], total: 1 }),
    'task.get': () => {
      throw new Error('not asked here');
    },
    'steps.freeze': ({ root }) => {
      const tasks = root === 'D1' ? [1, 2] : root === 'D2' ? [3, 4] : [1, 2, 3, 4];
      const above = (task: number) => ['order', 'S1', 'L1', task < 3 ? 'D1' : 'D2'];
      return {
        items: tasks.map(task => ({ orderId: 'o1', task, seen: 3, above: above(task) })),
        total: tasks.length,
      };
    },
    'steps.preflight': ({ items }) => ({
      ready: items.filter(({ task }) => task !== 1).length,
      held: 0,
      excluded: items
        .filter(({ task }) => task === 1)
        .map(({ task }) => ({
          orderId: 'o1',
          task,
          number: 'TASK0000421-1',
          title: 'Survey the site',
          refusal: ended,
        })),
    }),
    'steps.run': () => {
      asked.ran = true;
      return { jobId: 'job-1' };
    },
    'job.get': () => job,
    'batch.recent': () => ({ batches: asked.ran ? [batch] : [] }),
    'batch.dismiss': () => ({}),
    'steps.undo': () => ({ jobId: 'job-2' }),
    'batch.results': () => ({
      rows: [
        { ...result, index: 0, task: 3, outcome: 'succeeded' },
        {
          ...result,
          index: 1,
          task: 4,
          number: 'TASK0000421-4',
          title: 'Test end to end',
          outcome: 'failed',
          refusal: {
            code: 'Stale',
            subject: 'task',
            id: 'T4',
            event: 'TaskStarted',
            by: 'kai',
            at: '2026-11-24T09:00:00.000Z',
            version: 4,
          },
        },
      ],
      next: null,
      total: 2,
      counts: { succeeded: 1, failed: 1, skipped: 0 },
    }),
    ...more,
  });
}

const row = (key: string): HTMLElement => {
  const found = document.querySelector<HTMLElement>(`[role=row][data-key="${key}"]`);
  if (!found) throw new Error(`No row of ${key}`);
  return found;
};
const bar = (): HTMLElement => screen.getByRole('region', { name: 'Selected steps' });
const marked = (): string[] =>
  screen.getAllByRole('row', { selected: true }).flatMap(element => element.getAttribute('data-key') ?? []);

test('X9 steps are marked by Space, by Shift with an arrow, by Ctrl with a click and in boxes; Escape takes the marks away', async () => {
  const { user } = await open();
  expect(screen.queryByRole('checkbox')).toBeNull();
  await user.click(row('T1'));
  await user.keyboard(' ');
  expect(within(bar()).getByRole('status').textContent).toBe('1 selected');
  await user.keyboard('{Shift>}{ArrowDown}{/Shift}');
  expect(marked()).toEqual(['D1', 'T1', 'T2']);
  await user.keyboard('{Control>}');
  await user.click(row('T4'));
  await user.keyboard('{/Control}');
  expect(marked()).toEqual(['D1', 'T1', 'T2', 'T4']);
  expect(row('T4').getAttribute('aria-current')).toBe('true');
  await user.click(within(row('T1')).getByRole('checkbox', { name: 'Select Survey the site' }));
  expect(marked()).toEqual(['T2', 'T4']);
  const branch = within(row('D1')).getByRole<HTMLInputElement>('checkbox', {
    name: 'Select what is below Access line',
  });
  expect([branch.checked, branch.indeterminate]).toEqual([false, true]);
  row('T4').focus();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('region', { name: 'Selected steps' })).toBeNull();
  expect(marked()).toEqual(['T4']);
});

test('X9 all that is below a part is marked with it, and all of the plan by Ctrl+A, as it is now', async () => {
  const { user, sent } = await open();
  await user.click(row('D2'));
  await user.keyboard('x');
  await waitFor(() => expect(marked()).toEqual(['D2', 'T3', 'T4']));
  await user.keyboard('x');
  await waitFor(() => expect(screen.queryByRole('checkbox')).toBeNull());
  await user.keyboard('{Control>}a{/Control}');
  await waitFor(() => expect(marked()).toContain('order'));
  expect(within(bar()).getByRole('status').textContent).toBe('4 selected');
  expect(sent('steps.freeze')).toEqual([
    { orderId: 'o1', root: 'D2', filter: {} },
    { orderId: 'o1', root: 'D2', filter: {} },
    { orderId: 'o1', root: 'order', filter: {} },
  ]);
});

test('X9 Ctrl+A marks all of the plan from outside of the tree too', async () => {
  const { user } = await open();
  await waitFor(() => expect(document.activeElement?.closest('[role=treegrid]')).not.toBeNull());
  const outside = screen.getByRole('button', { name: 'Critical path' });
  outside.focus();
  await user.keyboard('{Control>}a{/Control}');
  await waitFor(() => expect(within(bar()).getByRole('status').textContent).toBe('4 selected'));
  expect(document.activeElement).toBe(outside);
});

test('X9 all that match the search are marked, and nothing else', async () => {
  const { user, sent } = await open();
  await user.click(screen.getByRole('button', { name: 'Critical path' }));
  await screen.findByText('1 part found of 4');
  await user.click(screen.getByRole('button', { name: 'Select steps' }));
  await user.click(within(bar()).getByRole('button', { name: 'Select all 1 that match' }));
  await waitFor(() =>
    expect(sent('steps.freeze')).toEqual([{ orderId: 'o1', root: 'order', filter: { critical: true } }]),
  );
});

test('X9 before many steps are held it is told to how many that can be done and why not to the others; then each has a result', async () => {
  const { user, sent } = await open();
  await user.click(row('T1'));
  await user.keyboard('{Control>}a{/Control}');
  await waitFor(() => expect(marked().length).toBeGreaterThan(4));
  await user.keyboard('{Shift>}H{/Shift}');
  const before = await screen.findByRole('dialog', { name: 'Hold 4 steps' });
  await within(before).findByText('4 selected · 3 can be held · 1 has ended');
  expect(within(before).getByRole('row', { name: /TASK0000421-1 Survey the site It has ended/ })).toBeDefined();

  await user.click(within(before).getByRole('button', { name: 'Hold 3' }));
  expect(sent('steps.run')).toEqual([]);
  await waitFor(() => expect(document.activeElement).toBe(within(before).getByRole('textbox', { name: /^Reason/ })));
  await user.keyboard('Site closed{Control>}{Enter}{/Control}');
  const after = await screen.findByRole('dialog', { name: 'Holding 2 steps' });
  expect(sent('steps.run')).toMatchObject([
    {
      deed: { type: 'hold', reason: 'Site closed' },
      items: [2, 3, 4].map(task => ({ orderId: 'o1', task, seen: 3 })),
    },
  ]);
  expect(within(after).getByRole('status').textContent).toBe('One step is done. One is not; the reason stands below.');
  expect(
    within(after).getByRole('row', { name: /TASK0000421-4 Test end to end Not done Kai Lund was faster/ }),
  ).toBeDefined();

  await user.click(within(after).getByRole('button', { name: 'Retry the one not done' }));
  await waitFor(() => expect(sent('steps.run').length).toBe(2));
  expect(sent('steps.run')[1]).toMatchObject({ deed: { type: 'hold' } });
  await user.click(within(after).getByRole('button', { name: 'Close' }));
  await within(bar()).findByRole('button', { name: 'Last results' });
  expect(within(bar()).getByRole('status').textContent).toBe('4 selected');
});

test('X9 what the person last did to many steps is there again after another screen or a restart, until it is put away', async () => {
  const { user, sent } = await open({
    'batch.recent': ({ orderId, whose }) => ({ batches: orderId === 'o1' && whose === 'own' ? [batch] : [] }),
  });
  const last = await screen.findByRole('region', { name: 'The last batch of steps' });
  expect(within(last).getByRole('status').textContent).toBe('Last batch: 1 done, 1 not');
  await user.click(within(last).getByRole('button', { name: 'Show results' }));
  const after = await screen.findByRole('dialog', { name: 'Holding 2 steps' });
  await user.click(within(after).getByRole('button', { name: 'Close' }));
  const again = await screen.findByRole('region', { name: 'The last batch of steps' });
  await user.click(within(again).getByRole('button', { name: /^Do not show/ }));
  await waitFor(() => expect(sent('batch.dismiss')).toEqual([{ jobId: 'job-1' }]));
});

test('X8 X9 from its results a batch is taken back, and the results of that are shown instead', async () => {
  const { user, sent } = await open({ 'batch.recent': () => ({ batches: [batch] }) });
  await user.click(await screen.findByRole('button', { name: 'Show results' }));
  await user.click(await screen.findByRole('button', { name: 'Take back the one done' }));
  expect(await screen.findByRole('dialog', { name: 'Taking back what was done to 2 steps' })).toBeDefined();
  expect(sent('steps.undo')).toMatchObject([{ jobId: 'job-1' }]);
  expect(screen.queryByRole('button', { name: /^Take back/ })).toBeNull();
});

test('T4 F8 whom steps go to is looked at before, and what nothing of the marked allows says why', async () => {
  const { user, sent } = await open();
  await user.click(row('T3'));
  await user.keyboard('x');
  const retry = within(bar()).getByRole('button', { name: /^Retry/ });
  expect(retry.getAttribute('aria-disabled')).toBe('true');
  expect(retry.getAttribute('title')).toBe('None of them is held by a fallout.');
  await user.click(within(bar()).getByRole('button', { name: /^Assign/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Assign 1 step' });
  await user.click(within(dialog).getByRole('combobox', { name: 'Person or team' }));
  await user.keyboard('Kai{Enter}');
  await waitFor(() =>
    expect(sent('steps.preflight').at(-1)).toMatchObject({ deed: 'assign', hands: { assignee: 'kai' } }),
  );
  await user.click(await within(dialog).findByRole('button', { name: 'Assign 1' }));
  await waitFor(() => expect(sent('steps.run')).toMatchObject([{ deed: { type: 'assign', assignee: 'kai' } }]));
});

test('T6 X9 marked steps are escalated at once to whoever is chosen', async () => {
  const { user, sent } = await open();
  await user.click(row('T3'));
  await user.keyboard('x');
  await user.keyboard('{Shift>}L{/Shift}');
  const dialog = await screen.findByRole('dialog', { name: 'Escalate 1 step' });
  await user.click(within(dialog).getByRole('combobox', { name: /^Person or team/ }));
  await user.keyboard('Field{Enter}');
  const to = { kind: 'group', id: 'field' };
  await waitFor(() => expect(sent('steps.preflight').at(-1)).toMatchObject({ deed: 'escalate', to }));
  await user.type(within(dialog).getByRole('textbox', { name: /^Reason/ }), 'Late');
  await user.click(await within(dialog).findByRole('button', { name: 'Escalate 1' }));
  await waitFor(() => expect(sent('steps.run')).toMatchObject([{ deed: { type: 'escalate', to, reason: 'Late' } }]));
});

test('F7 X9 marked steps that nothing holds are skipped with a reason alone, those that a fallout holds with its codes too', async () => {
  const free = await open();
  await free.user.click(row('T2'));
  await free.user.keyboard('x');
  await free.user.click(within(bar()).getByRole('button', { name: /^Skip/ }));
  const dialog = await screen.findByRole('dialog', { name: 'Skip 1 step' });
  expect(within(dialog).queryByRole('combobox')).toBeNull();
  await free.user.type(within(dialog).getByRole('textbox', { name: /^Reason/ }), 'Not needed');
  await free.user.click(await within(dialog).findByRole('button', { name: 'Skip 1' }));
  await waitFor(() => expect(free.sent('steps.run')).toMatchObject([{ deed: { type: 'skip', text: 'Not needed' } }]));
  free.unmount();

  window.localStorage.clear();
  const { user, sent } = await open({ 'steps.preflight': () => ({ ready: 1, held: 1, excluded: [] }) });
  await user.click(row('T2'));
  await user.keyboard('x');
  await user.click(within(bar()).getByRole('button', { name: /^Skip/ }));
  const held = await screen.findByRole('dialog', { name: 'Skip 1 step' });
  await within(held).findByText('A fallout holds one of them: it is resolved with it.');
  await user.click(await within(held).findByRole('button', { name: 'Skip 1' }));
  expect(sent('steps.run')).toEqual([]);
  expect(within(held).getAllByRole('combobox').length).toBe(2);
});

test('nothing can be marked in what approval would only create', async () => {
  const { user } = await open({
    'order.get': () => order('o1', { state: 'new' }),
  });
  await user.click(row('T1'));
  await user.keyboard('x');
  expect(screen.queryByRole('checkbox')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Select steps' })).toBeNull();
});

test('the focus stays in the plan when another projection takes its place, and the marks stay too', async () => {
  const { user } = await open();
  await user.click(row('T3'));
  await user.keyboard('x');
  await user.keyboard('3');
  await waitFor(() => expect(document.activeElement).toBe(row('T3')));
  expect(marked()).toEqual(['T3']);
  await user.keyboard(' ');
  expect(screen.queryByRole('checkbox')).toBeNull();
});
