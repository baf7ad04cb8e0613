import { expect, test } from 'vitest';
import type { RevisionChange } from '../../preload/contract/revision.ts';
import { openWriter } from '../../db/open.ts';
import { projections } from '../../db/projections/list.ts';
import { rebuildReadModels } from '../../db/projections/rebuild.ts';
import { dumpReadModels } from '../../db/testing/dumpReadModels.ts';
import { workspaceFile } from './createApp.ts';
import { countedId, importText, smallCatalog, smallOrder, type DeskOnDisk } from './testing/deskOnDisk.ts';
import { addPeople, openDeskWithOrders } from './testing/deskWithOrders.ts';

/** An order of two lines in progress, the first line surveyed, and Bo, who may approve. */
async function orderUnderWay() {
  const { desk, orderIds } = await openDeskWithOrders([smallOrder('o1', '1', '2')]);
  addPeople(desk, { id: 'bo', roles: ['serviceOrderManager'], groups: [] });
  const [orderId = ''] = orderIds;
  const told = { orderId, commandId: '' };
  const command = () => ({ ...told, commandId: countedId() });
  await desk.must('order.approve', command());
  await desk.must('task.start', { ...command(), task: 1 });
  await desk.must('task.complete', { ...command(), task: 1 });
  return { desk, orderId, command };
}

/** What the read models say, and what they would say if they were made anew from the log. */
async function keptAndRebuilt(desk: DeskOnDisk) {
  const dumps: ReturnType<typeof dumpReadModels>[] = [];
  await desk.restart(() => {
    const db = openWriter(workspaceFile(desk.workspaceDir));
    dumps.push(dumpReadModels(db));
    db.exec('UPDATE read_model SET version = 0');
    rebuildReadModels(db, projections, { countFailedChecks: () => 0 });
    dumps.push(dumpReadModels(db));
    db.close();
  });
  return dumps;
}

const faster: RevisionChange = { kind: 'characteristic', line: 1, name: 'speed', value: '10G' };
const fewer: RevisionChange = { kind: 'cancelLine', line: 2 };
const more: RevisionChange = {
  kind: 'addLine',
  line: { specification: 'internet', name: 'Backup', quantity: 1, location: { name: 'Bergen' }, characteristics: [] },
};

test('O9 X5 one person previews and asks for a change, another approves it, and the read models are those of the log', async () => {
  const { desk, orderId, command } = await orderUnderWay();
  const wanted = [faster, fewer, more];
  const preview = await desk.must('revision.preview', { orderId, operation: 'update', changes: wanted });
  expect(preview.compensation.counts).toEqual({ keep: 2, redo: 0, undo: 0, cancel: 2, add: 2 });
  expect(preview.differences.map(({ subjectName, field, was, now }) => [subjectName, field, was, now])).toEqual([
    ['Internet', 'characteristic.speed', '1G', '10G'],
    ['Internet', 'line', 'internet', null],
    ['Backup', 'line', null, 'Backup'],
    ['Backup', 'action', null, 'add'],
    ['Backup', 'quantity', null, '1'],
    ['Backup', 'location', null, 'Bergen'],
  ]);
  const sent = await desk.must('revision.request', {
    ...command(),
    operation: 'update',
    changes: wanted,
    reason: 'They grow',
  });
  expect(sent.events).toEqual(['RevisionRequested']);
  expect(await desk.must('order.get', { orderId })).toMatchObject({
    state: 'revisionInProgress',
    pendingRevision: 1,
    orderVersion: 1,
  });
  expect(await desk.must('counts.get', {})).toMatchObject({ changes: 1, ordersInProgress: 0 });
  await desk.must('session.choose', { personId: 'bo' });
  const decided = await desk.must('revision.approve', { ...command(), revision: 1, text: 'Go on' });
  expect(decided.events.slice(0, 2)).toEqual(['RevisionApproved', 'OrderResumed']);
  expect(await desk.must('order.get', { orderId })).toMatchObject({ pendingRevision: null, orderVersion: 2 });
  expect(await desk.must('counts.get', {})).toMatchObject({ changes: 0, ordersInProgress: 1 });
  const { rows } = await desk.must('order.lines', { orderId, after: 0, limit: 10 });
  expect(rows.map(({ state, itemId, location: place }) => [state, itemId, place?.name])).toEqual([
    ['inProgress', '1', 'Oslo'],
    ['canceled', '2', 'Oslo'],
    ['scheduled', '3', 'Bergen'],
  ]);
  expect((await desk.must('search.find', { text: 'bergen', limit: 10 })).results.length).toBeGreaterThan(0);
  const { revisions } = await desk.must('revision.list', { orderId });
  expect(revisions).toMatchObject([{ number: 1, state: 'approved', decidedBy: 'bo', decisionText: 'Go on' }]);
  expect(revisions[0]?.differences.filter(({ change }) => change !== 'same')).toEqual(preview.differences);
  const [kept, rebuilt] = await keptAndRebuilt(desk);
  expect(kept).toEqual(rebuilt);
});

test('O14 the versions of an order are listed and compared', async () => {
  const { desk, orderId, command } = await orderUnderWay();
  await desk.must('revision.request', {
    ...command(),
    operation: 'update',
    changes: [fewer],
    reason: 'One is enough',
  });
  await desk.must('revision.approve', { ...command(), revision: 1 });
  const { versions } = await desk.must('order.versions', { orderId });
  expect(versions).toMatchObject([
    { number: 1, operation: 'original', reason: null },
    { number: 2, operation: 'update', reason: 'One is enough' },
  ]);
  const { differences } = await desk.must('order.compareVersions', { orderId, from: 1, to: 2 });
  expect(differences).toMatchObject([{ subject: 'L2', change: 'removed', field: 'line', now: null }]);
  const back = await desk.must('order.compareVersions', { orderId, from: 2, to: 1 });
  expect(back.differences[0]).toMatchObject({ subject: 'L2', change: 'added', field: 'line', was: null });
  const reply = await desk.call('order.compareVersions', { orderId, from: 1, to: 7 });
  expect(reply).toMatchObject({ ok: false, error: { code: 'NotFound' } });
});

test('O13 a canceled order is told as such in its TMF641 document, from the request on', async () => {
  const { desk, orderId, command } = await orderUnderWay();
  const stateOf = async () => {
    const { text } = await desk.must('order.export', { orderId });
    return (JSON.parse(text) as { readonly state: string }).state;
  };
  await desk.must('revision.request', { ...command(), operation: 'cancel', changes: [], reason: 'They moved' });
  expect(await stateOf()).toBe('assessingCancellation');
  await desk.must('revision.approve', { ...command(), revision: 1 });
  expect(await stateOf()).toBe('pendingCancellation');
  const { rows } = await desk.must('tasks.page', { queue: 'all', after: null, limit: 50 });
  expect(rows.map(({ title, state }) => [title, state])).toEqual([['Undo: Survey the site', 'open']]);
  const task = rows[0]?.task ?? 0;
  await desk.must('task.start', { ...command(), task });
  await desk.must('task.complete', { ...command(), task });
  expect(await stateOf()).toBe('cancelled');
});

test('O9 a rejected change is kept with the reason, and the order goes on', async () => {
  const { desk, orderId, command } = await orderUnderWay();
  await desk.must('revision.request', {
    ...command(),
    operation: 'update',
    changes: [faster],
    reason: 'They grow',
  });
  await desk.must('session.choose', { personId: 'bo' });
  const refused = await desk.call('revision.reject', { ...command(), revision: 1, text: '' });
  expect(refused).toMatchObject({ ok: false, error: { code: 'FieldMissing', fields: ['text'] } });
  await desk.must('revision.reject', { ...command(), revision: 1, text: 'Not this year' });
  const { revisions } = await desk.must('revision.list', { orderId });
  expect(revisions).toMatchObject([
    {
      state: 'rejected',
      decisionText: 'Not this year',
      differences: expect.arrayContaining([expect.objectContaining({ change: 'changed', was: '1G', now: '10G' })]),
    },
  ]);
  expect(await desk.must('order.get', { orderId })).toMatchObject({
    state: 'inProgress',
    pendingRevision: null,
    orderVersion: 1,
  });
});

test('D10 O9 an order under way is changed by its own catalog version: what came later is neither offered nor planned', async () => {
  const { desk, orderId, command } = await orderUnderWay();
  const find = async (of?: string) => {
    const found = await desk.must('specifications.find', {
      text: '',
      limit: 50,
      ...(of !== undefined && { orderId: of }),
    });
    return found.specifications.map(({ id }) => id);
  };
  const before = await find();
  const [known = ''] = before;
  const later = { ...smallCatalog, serviceSpecification: [{ id: 'fax', name: 'Fax' }] };
  await importText(desk, 'later.json', JSON.stringify(later), 'catalog');
  expect(await find()).toContain('fax');
  expect(await find(orderId)).toEqual(before);

  const preview = (specification: string) =>
    desk.call('revision.preview', {
      orderId,
      operation: 'update',
      changes: [{ kind: 'addLine', line: { specification, quantity: 1, location: null, characteristics: [] } }],
    });
  expect(await preview('fax')).toMatchObject({ ok: false, error: { code: 'NotFound', subject: 'specification' } });
  expect(await preview(known)).toMatchObject({ ok: true });

  const wanted: RevisionChange[] = [
    {
      kind: 'addLine',
      line: {
        specification: known,
        name: 'Spare',
        quantity: 1,
        location: null,
        characteristics: [],
        parent: 1,
        waitsFor: [2],
      },
    },
    { kind: 'contacts', line: 1, value: [{ name: 'Robin', phone: '1' }] },
  ];
  const asked = { ...command(), operation: 'update', changes: wanted, reason: 'They grow' } as const;
  await desk.must('revision.request', asked);
  const { revisions } = await desk.must('revision.list', { orderId });
  const told = revisions[0]?.differences.filter(({ change }) => change !== 'same');
  expect(told?.map(({ subjectName, field, now }) => [subjectName, field, now])).toEqual(
    expect.arrayContaining([
      ['Spare', 'parent', 'ORDL0000001-1 Internet'],
      ['Spare', 'waitsFor', 'ORDL0000001-2 Internet'],
      ['Internet', 'contact', 'Robin, 1'],
    ]),
  );
  await desk.must('session.choose', { personId: 'bo' });
  await desk.must('revision.approve', { ...command(), revision: 1 });
  const { rows } = await desk.must('order.lines', { orderId, after: 0, limit: 10 });
  expect(rows.at(-1)).toMatchObject({ parent: 1, waitsFor: ['L2'], matched: { id: known } });
  expect(await desk.must('order.get', { orderId })).toMatchObject({ catalogVersion: 1 });
  const [kept, rebuilt] = await keptAndRebuilt(desk);
  expect(kept).toEqual(rebuilt);
});
