import fc from 'fast-check';
import { expect, test } from 'vitest';
import { catalogOf, cfs, product, relationship, resource, rfs, rule } from '../catalog/testing/catalogRows.ts';
import { defaultPolicy } from '../policy/policy.ts';
import { emptyTable, getRow, rowsOf } from '../table.ts';
import { orderStates } from '../vocabulary/states.ts';
import { captured, line } from './testing/captures.ts';
import { tasks } from './testing/catalogs.ts';
import { agent, everyone, fulfiller, manager } from './testing/people.ts';
import { orders } from './testing/randomOrders.ts';
import { actionsOf, approving, asking, cancelling, lastRevision, rejecting, value } from './testing/revisions.ts';
import { siteCatalog, siteTasks } from './testing/siteCatalog.ts';
import { given, raise, Story, typesOf } from './testing/story.ts';

const ordered = (...more: readonly ReturnType<typeof line>[]): Story =>
  given(captured([line('1', 'internet'), ...more]));
const domainOrders = ({ order }: Story) => [...rowsOf(order.plan?.domainOrders ?? emptyTable)];
const allTasks = ({ order }: Story) => [...rowsOf(order.plan?.tasks ?? emptyTable)];
const serial = [{ name: 'serial', value: 'SN-1' }];
const nearlyDone = (story: Story): Story =>
  story.done(tasks.ship).done(tasks.survey).done(tasks.install, serial).started(tasks.check);

test('A.13 1 approval is for New orders and for who may approve; it makes one placeholder per line and a domain order per specification', () => {
  const story = ordered(line('2', 'voice'));
  const mayApprove = everyone.filter(by => story.when({ type: 'approve' }, { by }).refusal === null);
  expect(mayApprove).toEqual([manager, fulfiller]);
  for (const state of orderStates.filter(one => one !== 'new')) {
    const elsewhere = new Story({ ...story.order, state }, story.log, story.catalog, 1);
    expect(elsewhere.when({ type: 'approve' }).refusal).toMatchObject({ code: 'WrongState', needed: ['new'] });
  }
  const approved = story.approved();
  expect([...rowsOf(approved.order.inventory)].map(item => [item.line, item.state])).toEqual([
    [1, 'installationPending'],
    [2, 'installationPending'],
  ]);
  expect(domainOrders(approved).map(({ specification }) => specification)).toEqual([
    'internet',
    'access',
    'router',
    'voice',
  ]);
});

test('A.13 2 a rejected order has no domain order, and nothing of it can be worked on', () => {
  const { events, after } = ordered().when({ type: 'reject', reasonCode: 'incompleteData', text: 'No address' });
  expect(typesOf(events)).toEqual(['OrderRejected']);
  expect([after.order.state, after.order.plan, after.order.inventory.size]).toEqual(['rejected', undefined, 0]);
  expect(after.when({ type: 'startTask', task: 1 }).refusal).toMatchObject({ code: 'NotFound' });
  expect(after.when({ type: 'passTime' }).refusal).toMatchObject({ code: 'NothingToChange' });
});

test('A.13 3 composed-of makes nothing, nor does a rule on a missing characteristic; a disconnect asks no rule', () => {
  const catalog = catalogOf({
    specifications: [cfs('site'), rfs('part'), rfs('backup')],
    relationships: [relationship('composedOf', 'site', 'part'), relationship('realizedAs', 'site', 'backup')],
    rules: [rule('site', 'backup', 'backup')],
  });
  const made = (parts: Parameters<typeof line>[2]) =>
    domainOrders(given(captured([line('1', 'site', parts)]), catalog).approved()).map(one => one.specification);
  expect(made({})).toEqual(['site']);
  expect(made({ characteristics: [{ name: 'backup', value: 'lte' }] })).toEqual(['site', 'backup']);
  expect(made({ action: 'disconnect', serviceId: 'svc-1' })).toEqual(['site', 'backup']);
});

test('A.13 4 a service order never makes a product order', () => {
  const catalog = catalogOf({
    specifications: [cfs('site'), product('bundle'), resource('modem')],
    relationships: [
      relationship('bundles', 'site', 'bundle'),
      relationship('realizedAs', 'site', 'bundle', { id: 'r2' }),
      relationship('requires', 'site', 'modem'),
      relationship('requires', 'bundle', 'modem'),
    ],
  });
  const story = given(captured([line('1', 'site')]), catalog).approved();
  expect(domainOrders(story).map(({ kind, specification }) => [kind, specification])).toEqual([
    ['service', 'site'],
    ['resource', 'modem'],
  ]);
});

test('A.13 5 parents and children of domain orders are sources and targets of relationships, in any order of any catalog', () => {
  fc.assert(
    fc.property(orders, ({ catalog, order }) => {
      const { after, refusal } = given(order, catalog).when({ type: 'approve' });
      if (refusal !== null) return;
      const misplaced = domainOrders(after).filter(({ parent, line: number, specification }) => {
        if (parent === undefined) return specification !== getRow(after.order.lines, number).specification?.id;
        const source = after.domainOrder(parent).specification;
        const found = catalog.relationships.find(one => one.source === source && one.target === specification);
        return found === undefined || found.type === 'composedOf';
      });
      expect(misplaced).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('A.13 6 a fallout holds its task, tells of both, and is counted with the order', () => {
  const { events, after } = ordered().approved().when(raise(tasks.ship));
  expect(after.task(tasks.ship)).toMatchObject({ state: 'onHold', hold: { fallouts: [1], restore: 'open' } });
  expect(typesOf(events)).toEqual(['FalloutRaised', 'TaskHeld']);
  expect(after.order.fallouts.size).toBe(1);
  expect(after.held(tasks.ship).order.fallouts.size).toBe(2);
});

test('A.13 7 the last task closes its domain order, that completes the line, that the order; the inventory follows with its values', () => {
  const added = nearlyDone(ordered().approved());
  const { events, after } = added.when({ type: 'completeTask', task: tasks.check });
  expect(typesOf(events)).toEqual([
    'TaskCompleted',
    'DomainOrderClosed',
    'LineCompleted',
    'InventoryChanged',
    'OrderCompleted',
  ]);
  expect(after.item(1)).toMatchObject({ state: 'active', characteristics: [{ name: 'routerSerial', value: 'SN-1' }] });
  const gone = given(captured([line('1', 'voice', { action: 'disconnect', serviceId: 'svc-1' })]))
    .approved()
    .done(1);
  expect([gone.order.state, gone.item(1).state]).toEqual(['completed', 'inactive']);
});

const speed = (...names: readonly string[]) => ({
  characteristics: [{ name: 'speed', value: 1 }, ...names.map(name => ({ name, value: 'yes' }))],
});
const sites = () => given(captured([line('1', 'site', speed('backup')), line('2', 'site', speed())]), siteCatalog);
const { handover, dig, connect, ship, pair } = siteTasks;

test('A.13 8 a request holds all domain orders and tasks of the lines it touches; rejection restores each, approval redoes, undoes, cancels and adds', () => {
  const before = sites().approved().done(dig).started(ship);
  const changes = [
    value(1, 'speed', 2),
    value(1, 'backup', null),
    value(2, 'backup', 'lte'),
    value(2, 'speed', 2),
  ] as const;
  const asked = before.and(asking(changes));
  const living = [...domainOrders(asked), ...allTasks(asked)].filter(({ state }) => state !== 'closedComplete');
  expect(living.filter(({ state }) => state !== 'onHold')).toEqual([]);
  const states = (story: Story) =>
    [...domainOrders(story), ...allTasks(story)].map(({ id, state }) => `${id} ${state}`);
  expect(states(asked.and(rejecting()))).toEqual(states(before));
  const after = asked.and(approving());
  expect(actionsOf(lastRevision(after))).toMatchObject({
    [handover]: 'keep',
    [dig]: 'redo',
    [connect]: 'keep',
    [ship]: 'keep',
    [pair]: 'cancel',
  });
  expect(after.task(dig)).toMatchObject({ state: 'open', redone: 1 });
  expect(after.task(ship).state).toBe('inProgress');
  expect(domainOrders(after).at(-1)).toMatchObject({ specification: 'backup', line: 2 });
  const canceled = before.and(cancelling()).and(approving());
  expect(allTasks(canceled).at(-1)).toMatchObject({ undoes: dig, title: 'Fill the trench', state: 'open' });
});

test('A.13 9 past the point of no return nothing is revised or canceled, and nobody sets that point by hand', () => {
  const passed = sites().approved().done(dig).done(connect);
  expect(passed.domainOrder(2).pointOfNoReturn).toMatchObject({ task: connect });
  const past = { code: 'PastPointOfNoReturn' };
  expect(passed.when(asking([value(1, 'speed', 2)])).refusal).toMatchObject(past);
  expect(passed.when(cancelling()).refusal).toMatchObject(past);
  const byHand = passed.and(
    { type: 'recordValues', task: ship, values: [{ name: 'pointOfNoReturn', value: false }] },
    { by: agent },
  );
  expect(byHand.domainOrder(2).pointOfNoReturn).toEqual(passed.domainOrder(2).pointOfNoReturn);
  expect(byHand.domainOrder(3).pointOfNoReturn).toBeUndefined();
});

test('A.13 10 ranks 100, 80, 80 and 60 with weights 10, 25, 35 and 30 make 76, which is High, of the order and all its tasks', () => {
  const priority = {
    customer: { weight: 10, ranks: { 'acc-1': 100 } },
    specification: { weight: 25, ranks: { internet: 80 } },
    orderType: { weight: 35, ranks: { add: 80 } },
    urgency: { weight: 30, ranks: { moderate: 60 } },
  };
  const story = ordered().approved({ around: { policy: { ...defaultPolicy, priority } } });
  expect(story.order).toMatchObject({ priority: 'high', priorityScore: { score: 76, priority: 'high' } });
  expect(allTasks(story).map(task => task.priority)).toEqual(['high', 'high', 'high', 'high']);
});
