import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  importText,
  openDeskOnDisk,
  smallCatalog,
  smallOrder,
  textOf,
  type DeskOnDisk,
} from '../testing/deskOnDisk.ts';

async function openDesk(): Promise<DeskOnDisk> {
  const desk = openDeskOnDisk();
  await desk.must('workspace.startEmpty', { name: 'Ana' });
  return desk;
}

const resultsOf = (desk: DeskOnDisk, jobId: string) => desk.must('job.results', { jobId, after: -1, limit: 200 });

test('each document has its own result, and a bad one stops nobody', async () => {
  const desk = await openDesk();
  const [good, twin, other] = [smallOrder('a'), smallOrder('a'), { ...smallOrder('a'), description: 'changed' }];
  const bad = { id: 'b', serviceOrderItem: [{ id: '1', action: 'explode', service: {} }] };
  const jobId = await importText(desk, 'mixed.json', textOf([good, bad, twin, other, 7]));
  const { rows } = await resultsOf(desk, jobId);
  expect(rows.map(({ outcome, path }) => [outcome, path])).toEqual([
    ['imported', '$[0]'],
    ['refused', '$[1]'],
    ['duplicate', '$[2]'],
    ['duplicate', '$[3]'],
    ['refused', '$[4]'],
  ]);
  expect(rows[1]?.problems[0]).toMatchObject({ path: '$[1].serviceOrderItem[0].action' });
  expect(rows[2]?.problems[0]).toMatchObject({ code: 'alreadyImported', facts: { id: 'a' } });
  expect(rows[3]?.problems[0]).toMatchObject({ code: 'sameIdOtherContent' });
  expect(rows[3]?.orderId).toBe(rows[0]?.orderId);
  expect(await desk.must('job.get', { jobId })).toMatchObject({
    state: 'completed',
    done: 5,
    total: 5,
    imported: 1,
    duplicate: 2,
    refused: 2,
  });
  expect(await desk.must('counts.get', {})).toMatchObject({ orders: 1, approvals: 1 });
});

test('results can be filtered by outcome and paged', async () => {
  const desk = await openDesk();
  const jobId = await importText(desk, 'x.json', textOf([smallOrder('a'), 1, smallOrder('b'), 2, smallOrder('c')]));
  const first = await desk.must('job.results', { jobId, outcome: 'imported', after: -1, limit: 2 });
  expect(first).toMatchObject({ total: 3, next: '2' });
  const rest = await desk.must('job.results', { jobId, outcome: 'imported', after: 2, limit: 2 });
  expect(rest.rows.map(({ index }) => index)).toEqual([4]);
  expect(rest.next).toBeNull();
});

test('a file that is not JSON says where it breaks', async () => {
  const desk = await openDesk();
  const jobId = await importText(desk, 'broken.json', '{"serviceOrderItem": [', 'orders');
  const job = await desk.must('job.get', { jobId });
  expect(job).toMatchObject({ state: 'failed', problem: { code: 'brokenJson', facts: { line: '1' } } });
});

test('a broken line in a file of one order per line is refused alone, with its place', async () => {
  const desk = await openDesk();
  const lines = [textOf(smallOrder('a')), '{"id": "b", "serviceOrderItem": [', textOf(smallOrder('c'))];
  const { rows } = await resultsOf(desk, await importText(desk, 'orders.ndjson', lines.join('\n')));
  expect(rows.map(({ outcome }) => outcome)).toEqual(['imported', 'refused', 'imported']);
  expect(rows[1]?.problems).toMatchObject([{ path: '$[1]', code: 'brokenJson', facts: { line: '2' } }]);
});

test('a character cut in two between two chunks arrives whole', async () => {
  const desk = await openDesk();
  const description = 'Smile 🙂 here';
  const text = textOf({ ...smallOrder('a'), description });
  const cut = text.indexOf('🙂') + 1;
  const { uploadId } = await desk.must('upload.begin', { fileName: 'orders.json', sizeBytes: text.length });
  for (const [index, half] of [text.slice(0, cut), text.slice(cut)].entries())
    await desk.must('upload.append', { uploadId, index, text: half });
  await desk.must('import.start', { uploadId, kind: 'orders' });
  await desk.idle();
  const { rows } = await desk.must('orders.page', { states: ['new'], after: null, limit: 10 });
  expect(rows.map(row => row.description)).toEqual([description]);
});

test('what kind of file it is shows in a resource specification without any name of the desk', async () => {
  const desk = await openDesk();
  const specification = { name: 'Modem', version: '1.0', resourceSpecCharacteristic: [{ name: 'ports' }] };
  const jobId = await importText(desk, 'modem.json', textOf(specification));
  expect(await desk.must('job.get', { jobId })).toMatchObject({ kind: 'catalog', imported: 1 });
});

test('an order whose specification nobody knows imports, fails its check, and can be matched', async () => {
  const desk = await openDesk();
  await importText(desk, 'orders.json', textOf(smallOrder('a')));
  const [row] = (await desk.must('orders.page', { states: ['new'], after: null, limit: 10 })).rows;
  const orderId = row?.id ?? '';
  const check = async () =>
    (await desk.must('order.get', { orderId })).checks.find(one => one.check === 'specification')?.passed;
  expect(await check()).toBe(false);
  const catalog = [{ id: 'internet-2', name: 'Internet two', '@type': 'CustomerFacingServiceSpecification' }];
  await importText(desk, 'catalog.json', textOf(catalog));
  expect(await check()).toBe(false);
  const input = { orderId, commandId: '00000000-0000-7000-8000-00000000f001', line: 1, specification: 'internet-2' };
  await desk.must('order.matchLine', input);
  expect(await check()).toBe(true);
});

test('D10 a new catalog changes the checks of what waits, not the plan of what runs', async () => {
  const desk = await openDesk();
  await importText(desk, 'orders.json', textOf([smallOrder('a'), smallOrder('b')]));
  const failing = async () =>
    (await desk.must('orders.page', { states: ['new'], after: null, limit: 10 })).rows.map(row => row.checksFailed);
  const before = await failing();
  await importText(desk, 'catalog.json', textOf(smallCatalog));
  expect(await failing()).toEqual(before.map(count => count - 1));
  const [row] = (await desk.must('orders.page', { states: ['new'], after: null, limit: 10 })).rows;
  const orderId = row?.id ?? '';
  await desk.must('order.approve', { orderId, commandId: '00000000-0000-7000-8000-00000000f002' });
  const plan = await desk.must('order.breakdown', { orderId, after: 0, limit: 10 });
  await importText(desk, 'catalog-2.json', textOf({ ...smallCatalog, fulfillmentDesk: { relationships: [] } }));
  expect((await desk.must('workspace.status', {})).catalog?.version).toBe(2);
  expect(await desk.must('order.get', { orderId })).toMatchObject({ catalogVersion: 1 });
  expect(await desk.must('order.breakdown', { orderId, after: 0, limit: 10 })).toEqual(plan);
});

test('a catalog with a mistake is refused whole, with file path, reason and fix', async () => {
  const desk = await openDesk();
  const wrong = {
    ...smallCatalog,
    fulfillmentDesk: { ...smallCatalog.fulfillmentDesk, policies: [{ id: 'p', planTemplate: 'nowhere' }] },
  };
  const jobId = await importText(desk, 'catalog.json', textOf(wrong));
  const { rows } = await resultsOf(desk, jobId);
  expect(rows[0]).toMatchObject({ outcome: 'refused', problems: [{ code: 'planTemplateUnknown' }] });
  expect(rows[0]?.problems[0]?.facts['fix']).toBeTruthy();
  expect((await desk.must('workspace.status', {})).catalog).toBeNull();
});

test('commands are answered while a large import runs, and canceling keeps what is done', async () => {
  const desk = await openDesk();
  const many = Array.from({ length: 2000 }, (_, index) => smallOrder(`m${index}`));
  const text = textOf(many);
  const { uploadId } = await desk.must('upload.begin', { fileName: 'many.json', sizeBytes: text.length });
  for (let at = 0, index = 0; at < text.length; at += 500_000, index += 1) {
    await desk.must('upload.append', { uploadId, index, text: text.slice(at, at + 500_000) });
  }
  const { jobId } = await desk.must('import.start', { uploadId, kind: 'orders' });
  await firstBatchOf(desk);
  const [row] = (await desk.must('orders.page', { states: ['new'], after: null, limit: 1 })).rows;
  await desk.must('order.reject', {
    orderId: row?.id ?? '',
    commandId: '00000000-0000-7000-8000-00000000f003',
    reasonCode: 'other',
    text: 'While importing',
  });
  await desk.must('job.cancel', { jobId });
  await desk.idle();
  const job = await desk.must('job.get', { jobId });
  expect(job.state).toBe('canceled');
  expect(job.done).toBeLessThan(2000);
  expect(await desk.must('counts.get', {})).toMatchObject({ orders: job.imported });
});

test('an import that a quit interrupted goes on at the next start and takes nothing twice', async () => {
  const desk = await openDesk();
  const text = textOf(Array.from({ length: 300 }, (_, index) => smallOrder(`r${index}`)));
  const { uploadId } = await desk.must('upload.begin', { fileName: 'many.json', sizeBytes: text.length });
  await desk.must('upload.append', { uploadId, index: 0, text });
  const { jobId } = await desk.must('import.start', { uploadId, kind: 'orders' });
  await firstBatchOf(desk);
  await desk.restart();
  await desk.idle();
  expect(await desk.must('job.get', { jobId })).toMatchObject({ state: 'completed', imported: 300, duplicate: 0 });
  expect(await desk.must('counts.get', {})).toMatchObject({ orders: 300 });
});

async function firstBatchOf(desk: DeskOnDisk): Promise<void> {
  while (!desk.notices.some(({ name, body }) => name === 'job.changed' && 'job' in body && body.job.imported > 0)) {
    await new Promise(resolve => setImmediate(resolve));
  }
}

const thirdParty = join(import.meta.dirname, '../../../../shared/tmf641/orders');

test.runIf(existsSync(thirdParty))(
  'third-party orders import with a clear result each, and export with nothing lost',
  async () => {
    const desk = await openDesk();
    for (const file of readdirSync(thirdParty)) {
      const jobId = await importText(desk, file, readFileSync(join(thirdParty, file), 'utf8'), 'orders');
      const job = await desk.must('job.get', { jobId });
      expect([file, job.state]).toEqual([file, 'completed']);
      const { rows } = await resultsOf(desk, jobId);
      expect(rows.filter(({ outcome, problems }) => outcome !== 'imported' && problems.length === 0)).toEqual([]);
      for (const orderId of rows.flatMap(row => (row.outcome === 'imported' ? (row.orderId ?? []) : []))) {
        expect((await desk.must('order.export', { orderId })).text).toContain('serviceOrderItem');
      }
    }
  },
);
