import { expect, test } from 'vitest';
import type { Policy } from '../../preload/contract/policy.ts';
import { countedId, importText, smallCatalog, smallOrder, textOf, type DeskOnDisk } from './testing/deskOnDisk.ts';
import { addPeople, addTeams, openDeskWithOrders, takeIn } from './testing/deskWithOrders.ts';

const silent = { weight: 0, ranks: {} };
const policyWith = (parts: Partial<Pick<Policy, 'teams' | 'people'>>): Policy => ({
  approval: { twoPeople: { always: false, priorities: [] } },
  delegations: [],
  priority: { customer: silent, specification: silent, orderType: silent, urgency: silent },
  teams: {},
  people: {},
  ...parts,
});
const set = async (desk: DeskOnDisk, parts: Partial<Pick<Policy, 'teams' | 'people'>>) => {
  const { version } = await desk.must('policy.get', {});
  return desk.must('policy.set', { policy: policyWith(parts), version });
};
const byLoad = { assignment: 'leastLoaded' } as const;

/** Surveys of the team Field that take a skill, all of them ready; Cy and Di are in Field, Eli in Stock. */
async function surveys(count: number, teams: Policy['teams']) {
  const { desk } = await openDeskWithOrders([]);
  addTeams(desk, 'field', 'stock');
  for (const [id, team] of [
    ['cy', 'field'],
    ['di', 'field'],
    ['eli', 'stock'],
  ] as const) {
    addPeople(desk, { id, roles: ['fulfillmentAgent'], groups: [team] });
  }
  const { fulfillmentDesk } = smallCatalog;
  const [build] = fulfillmentDesk.planTemplates;
  const tasks = build?.tasks.map(task => ({ ...task, group: 'field', skill: 'fibre' }));
  const catalog = { ...smallCatalog, fulfillmentDesk: { ...fulfillmentDesk, planTemplates: [{ ...build, tasks }] } };
  await importText(desk, 'catalog.json', textOf(catalog));
  await set(desk, { teams });
  desk.passDue();
  const orderIds = await takeIn(
    desk,
    Array.from({ length: count }, (_, at) => smallOrder(`o${at}`)),
  );
  for (const orderId of orderIds) await desk.must('order.approve', { orderId, commandId: countedId() });
  return { desk, orderIds, first: orderIds[0] ?? '' };
}

const survey = (desk: DeskOnDisk, orderId: string) => desk.must('task.get', { orderId, task: 1 });

test('T3 a task that nobody fits says why, in its record and in its history', async () => {
  const { desk, first } = await surveys(1, { field: byLoad });
  expect(await survey(desk, first)).toMatchObject({
    assignee: null,
    nobodyWhy: { group: 'field', cause: 'skill', skill: 'fibre', site: 'Oslo' },
  });
  const { rows } = await desk.must('order.activity', { orderId: first, before: null, limit: 50 });
  expect(rows.find(({ event }) => event === 'TaskLeftInQueue')).toMatchObject({ subject: 'T1', field: 'nobodyWhy' });
});

test('T3 when somebody learns the skill, the work that waited is handed out, and the reason is gone', async () => {
  const { desk, orderIds } = await surveys(3, { field: byLoad });
  await set(desk, { teams: { field: byLoad }, people: { di: { skills: ['fibre'], sites: [] } } });
  desk.passDue();
  for (const orderId of orderIds) {
    expect(await survey(desk, orderId)).toMatchObject({
      assignee: 'di',
      nobodyWhy: null,
      assignedWhy: { candidates: 1 },
    });
  }
});

test('T3 when a team is to have its work handed out, that which lies there is, the earliest due first', async () => {
  const { desk, orderIds } = await surveys(4, {});
  expect((await survey(desk, orderIds[0] ?? '')).nobodyWhy).toBeNull();
  const people = { cy: { skills: ['fibre'], sites: [] }, di: { skills: ['fibre'], sites: [] } };
  await set(desk, { teams: { field: byLoad }, people });
  desk.passDue();
  const given = await Promise.all(orderIds.map(async orderId => (await survey(desk, orderId)).assignee));
  expect(given).toEqual(['cy', 'di', 'cy', 'di']);
});

test('T3 ready work that another team is given goes to somebody of that team', async () => {
  const { desk, first } = await surveys(1, { field: byLoad, stock: byLoad });
  const moving = { orderId: first, task: 1, assignee: null };
  await desk.must('task.assign', { ...moving, commandId: countedId(), group: 'stock' });
  expect(await survey(desk, first)).toMatchObject({ assignee: null, nobodyWhy: { group: 'stock', cause: 'skill' } });
  const people = { eli: { skills: ['fibre'], sites: ['Bergen'] } };
  await set(desk, { teams: { field: byLoad, stock: byLoad }, people });
  desk.passDue();
  expect(await survey(desk, first)).toMatchObject({
    assignee: null,
    nobodyWhy: { group: 'stock', cause: 'site', site: 'Oslo' },
  });
  await set(desk, { teams: { field: byLoad, stock: byLoad }, people: { cy: { skills: ['fibre'], sites: [] } } });
  desk.passDue();
  await desk.must('task.assign', { ...moving, commandId: countedId(), group: 'field' });
  expect(await survey(desk, first)).toMatchObject({ assignee: 'cy', nobodyWhy: null });
});

test('T3 what somebody gave back stays in the queue over a restart, and a change of people while the desk was closed is seen', async () => {
  const { desk, first } = await surveys(1, { field: byLoad });
  const people = { di: { skills: ['fibre'], sites: [] }, fay: { skills: ['fibre'], sites: [] } };
  addPeople(desk, { id: 'fay', roles: ['viewer'], groups: ['field'] });
  await set(desk, { teams: { field: byLoad }, people });
  desk.passDue();
  await desk.must('task.release', { orderId: first, commandId: countedId(), task: 1 });
  await desk.restart();
  desk.passDue();
  expect((await survey(desk, first)).assignee).toBeNull();
  await desk.restart(() => addPeople(desk, { id: 'fay', roles: ['fulfillmentAgent'], groups: ['field'] }));
  desk.passDue();
  expect(['di', 'fay']).toContain((await survey(desk, first)).assignee);
});
