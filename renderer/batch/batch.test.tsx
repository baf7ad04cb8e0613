import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, expect, test } from 'vitest';
import { ApprovalsScreen } from '../approvals/ApprovalsScreen.tsx';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { line, order, pageOf, row } from '../testing/literalOrders.ts';
import { codes, counts, session } from '../testing/literalSession.ts';
import type { Batch } from '../../preload/contract/batch.ts';
import type { Job } from '../../preload/contract/intake.ts';
import { resultsAsCsv } from './resultsAsCsv.ts';

const manager: typeof session = {
  ...session,
  person: session.person && { ...session.person, permissions: ['order.view', 'order.approve', 'order.reject'] },
};

const batch: Batch = {
  jobId: 'batch-1',
  kind: 'approve',
  deed: null,
  order: null,
  by: 'ana',
  state: 'completed',
  done: 2,
  total: 2,
  counts: { succeeded: 1, failed: 1, skipped: 0 },
  startedAt: '2026-11-23T10:00:00.000Z',
  endedAt: '2026-11-23T10:00:01.000Z',
  dismissed: false,
};

const job: Job = {
  id: 'batch-1',
  kind: 'approve',
  file: '',
  state: 'completed',
  done: 2,
  total: 2,
  imported: 0,
  duplicate: 0,
  refused: 0,
  startedAt: '2026-11-23T10:00:00.000Z',
  endedAt: '2026-11-23T10:00:01.000Z',
  problem: null,
};

function desk(more: Answers = {}) {
  const drawn = drawOver(
    {
      'workspace.status': () => manager,
      'counts.get': () => ({ ...counts, approvals: 3 }),
      'codes.get': () => codes,
      'orders.page': () => pageOf(['1', '2', '3'].map(id => row(id))),
      'order.get': ({ orderId }) => order(orderId),
      'order.lines': () => pageOf([line(1)]),
      'specifications.find': () => ({ specifications: [] }),
      'batch.freeze': () => ({ items: [1, 2, 3, 4].map(n => ({ orderId: String(n), seen: n })), total: 4 }),
      'batch.preflight': ({ items }) => ({ ready: items.length, first: 0, excluded: [] }),
      'batch.approve': () => ({ jobId: 'batch-1' }),
      'job.get': () => job,
      'batch.results': () => ({
        rows: [
          { index: 0, orderId: '1', task: null, title: '', number: 'ORD-1', outcome: 'succeeded', refusal: null },
          {
            index: 1,
            orderId: '2',
            task: null,
            title: '',
            number: 'ORD-2',
            outcome: 'failed',
            refusal: { code: 'NothingToChange', subject: 'order', id: 'ORD-2' },
          },
        ],
        next: null,
        total: 2,
        counts: { succeeded: 1, failed: 1, skipped: 0 },
      }),
      ...more,
    },
    <ApprovalsScreen queue="new" orderId={null} />,
  );
  return { ...drawn, user: userEvent.setup() };
}

const rowOf = (id: string) => screen.findByRole('row', { name: new RegExp(`ORD-${id}`) });

beforeEach(() => {
  window.location.hash = '#/approvals';
});

test('A9 selected orders are looked at before, approved as one batch with the versions that were seen, and each gets a result', async () => {
  const { user, sent } = desk();
  (await rowOf('1')).focus();
  await user.keyboard('xjx');
  expect((await screen.findByRole('region', { name: 'Selected orders' })).textContent).toContain('2 selected');
  await user.keyboard('{Shift>}A{/Shift}');
  await user.click(await screen.findByRole('button', { name: 'Approve 2 orders' }));
  const items = [
    { orderId: '1', seen: 3 },
    { orderId: '2', seen: 3 },
  ];
  expect(sent('batch.preflight')).toEqual([{ items }]);
  expect(sent('batch.approve')).toMatchObject([{ items }]);
  const dialog = await screen.findByRole('dialog', { name: 'Approval of 2 orders' });
  expect(within(dialog).getByRole('status').textContent).toBe(
    'One order was approved. One was not; the reason stands below.',
  );
  expect(within(dialog).getByRole('row', { name: /ORD-2 Not approved Nothing to change/ })).toBeDefined();
  expect(screen.queryByRole('region', { name: 'Selected orders' })).toBeNull();
});

test('A9 what cannot be approved is listed with its reason, and left out of the batch', async () => {
  const refusal = { code: 'WrongState', subject: 'order', id: 'ORD-2', found: 'rejected', needed: ['new'] };
  const { user, sent } = desk({
    'batch.preflight': () => ({
      ready: 2,
      first: 1,
      excluded: [{ orderId: '2', number: 'ORD-2', account: 'Borealis', refusal }],
    }),
  });
  (await rowOf('1')).focus();
  await user.keyboard('{Control>}a{/Control}');
  await user.keyboard('{Shift>}A{/Shift}');
  const dialog = await screen.findByRole('dialog', { name: 'Before 3 orders are approved' });
  expect(
    await within(dialog).findByRole('row', { name: /ORD-2 Borealis Not possible while the order is/ }),
  ).toBeDefined();
  expect(within(dialog).getByText('One of them gets the first of two approvals.')).toBeDefined();
  await user.click(within(dialog).getByRole('button', { name: 'Approve 2 orders' }));
  await waitFor(() => expect(sent('batch.approve')).toHaveLength(1));
  expect(sent('batch.approve')).toMatchObject([{ items: [{ orderId: '1' }, { orderId: '3' }] }]);
});

test('A9 Ctrl+A marks the rows of the queue wherever the focus is, but in a text it is about the text', async () => {
  const { user } = desk();
  const row = await rowOf('1');
  const search = screen.getByRole('searchbox');
  await user.click(search);
  await user.keyboard('{Control>}a{/Control}');
  expect(screen.queryByText('3 selected')).toBeNull();
  search.blur();
  expect(row.closest('[role=grid]')?.contains(document.activeElement)).toBe(false);
  await user.keyboard('{Control>}a{/Control}');
  expect((await screen.findByRole('region', { name: 'Selected orders' })).textContent).toContain('3 selected');
});

test('A9 the whole queue is frozen into a list that later orders do not join', async () => {
  const { user, sent } = desk({ 'orders.page': () => ({ ...pageOf(['1', '2'].map(id => row(id))), total: 4 }) });
  (await rowOf('1')).focus();
  await user.keyboard('x');
  await user.click(await screen.findByRole('button', { name: 'Select all 4' }));
  expect(await screen.findByText('4 selected')).toBeDefined();
  expect(screen.getByText(/orders that arrive later are not in it/)).toBeDefined();
  expect(sent('batch.freeze')).toEqual([{ states: ['new'] }]);
});

test('A9 of more that match than a batch may hold it is said how many there are and how many are selected', async () => {
  const rows = Array.from({ length: 100 }, (_, n) => row(n === 0 ? 'first' : String(n)));
  const items = Array.from({ length: 10_000 }, (_, n) => ({ orderId: String(n), seen: 1 }));
  const { user } = desk({
    'orders.page': () => ({ ...pageOf(rows), total: 100 }),
    'batch.freeze': () => ({ items, total: 12_345 }),
  });
  await user.type(await screen.findByRole('searchbox', { name: 'Filter this queue' }), 'acme');
  expect(await screen.findByText('The first 100 that match')).toBeDefined();
  (await rowOf('first')).focus();
  await user.keyboard('x');
  await user.click(await screen.findByRole('button', { name: 'Select all that match “acme”' }));
  expect(await screen.findByText('10,000 selected')).toBeDefined();
  expect(screen.getByText(/^10,000 of 12,345 that match: .* Do these first\.$/)).toBeDefined();
});

test('A9 what came of the last batch is there again after another screen or a restart, until it is put away', async () => {
  const { user, sent } = desk({
    'batch.recent': ({ about }) => ({ batches: about === 'orders' ? [batch] : [] }),
    'batch.dismiss': () => ({}),
  });
  const last = await screen.findByRole('region', { name: 'The last batch' });
  expect(within(last).getByRole('status').textContent).toBe('Last batch: 1 approved, 1 not');
  await user.click(within(last).getByRole('button', { name: 'Show results' }));
  expect(await screen.findByRole('dialog', { name: 'Approval of 2 orders' })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Close' }));
  await user.click(await screen.findByRole('button', { name: /^Do not show/ }));
  await waitFor(() => expect(sent('batch.dismiss')).toEqual([{ jobId: 'batch-1' }]));
});

test('A9 what was put away is not shown, and a batch under way says how far it is', async () => {
  desk({ 'batch.recent': () => ({ batches: [{ ...batch, dismissed: true }] }) });
  await rowOf('1');
  expect(screen.queryByRole('region', { name: 'The last batch' })).toBeNull();
  desk({ 'batch.recent': () => ({ batches: [{ ...batch, state: 'running', done: 1, endedAt: null }] }) });
  expect(await screen.findByText('Approving: 1 of 2 decided')).toBeDefined();
});

test('A9 those that were not approved are selected again in one call, as they are now', async () => {
  const { user, sent } = desk({ 'batch.freezeFailed': () => ({ items: [{ orderId: '2', seen: 9 }], total: 3 }) });
  (await rowOf('1')).focus();
  await user.keyboard('xjx');
  await user.keyboard('{Shift>}A{/Shift}');
  await user.click(await screen.findByRole('button', { name: 'Approve 2 orders' }));
  await user.click(await screen.findByRole('button', { name: 'Select those not approved' }));
  const bar = await screen.findByRole('region', { name: 'Selected orders' });
  expect(bar.textContent).toContain('1 of the 3 that were not approved still wait');
  await user.keyboard('{Shift>}A{/Shift}');
  await waitFor(() => expect(sent('batch.preflight').at(-1)).toEqual({ items: [{ orderId: '2', seen: 9 }] }));
});

test('results leave as CSV with nothing that a spreadsheet would run', () => {
  const rows = [
    { index: 0, orderId: '1', task: null, title: '', number: '=1+1', outcome: 'failed' as const, refusal: null },
    { index: 1, orderId: '2', task: null, title: '', number: 'ORD-2', outcome: 'succeeded' as const, refusal: null },
  ];
  expect(resultsAsCsv('batch', rows, ({ index }) => (index === 0 ? 'said "no", twice' : 'Approved'))).toBe(
    'order,outcome,reason\r\n\'=1+1,failed,"said ""no"", twice"\r\nORD-2,succeeded,Approved\r\n',
  );
});
