/** Desks with work on them: Ana, who may do everything, a catalog, new orders, and whoever else is to be there. */
import type { Database } from 'better-sqlite3';
import { openWriter } from '../../../db/open.ts';
import { putPerson, putTeam } from '../../../db/people.ts';
import { transaction } from '../../../db/transaction.ts';
import type { Person } from '../../domain/people/permissions.ts';
import { workspaceFile } from '../createApp.ts';
import { importText, openDeskOnDisk, smallCatalog, smallOrder, textOf, type DeskOnDisk } from './deskOnDisk.ts';

export type DeskWithOrders = {
  readonly desk: DeskOnDisk;
  /** In the sequence of the documents. */
  readonly orderIds: readonly string[];
  /** Ana's id. */
  readonly ana: string;
};

/** The orders are new, and of the small catalog unless another is given. */
export async function openDeskWithOrders(
  orders: readonly object[] = [smallOrder('o1')],
  catalog: object = smallCatalog,
): Promise<DeskWithOrders> {
  const desk = openDeskOnDisk();
  await desk.must('workspace.startEmpty', { name: 'Ana' });
  const { person } = await desk.must('workspace.status', {});
  await importText(desk, 'catalog.json', textOf(catalog));
  return { desk, orderIds: await takeIn(desk, orders), ana: person?.id ?? '' };
}

/** Imports the orders; gives their ids in the sequence of the documents. */
export async function takeIn(desk: DeskOnDisk, orders: readonly object[]): Promise<readonly string[]> {
  if (orders.length === 0) return [];
  const jobId = await importText(desk, 'orders.json', textOf(orders));
  const { rows } = await desk.must('job.results', { jobId, after: -1, limit: 200 });
  return rows.map(({ orderId }) => orderId ?? '');
}

/** People who are there beside Ana, from now on. */
export const addPeople = (desk: DeskOnDisk, ...people: readonly Omit<Person, 'name'>[]): void =>
  write(desk, db => people.forEach(person => putPerson(db, { ...person, name: person.id })));

export const addTeams = (desk: DeskOnDisk, ...ids: readonly string[]): void =>
  write(desk, db => ids.forEach(id => putTeam(db, { id, name: id })));

function write(desk: DeskOnDisk, change: (db: Database) => void): void {
  const db = openWriter(workspaceFile(desk.workspaceDir));
  transaction(db, () => change(db));
  db.close();
}
