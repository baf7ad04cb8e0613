/** Prepares the workspace a spec starts from, through the app itself, so that the spec begins where its story does. */
import { v7 } from 'uuid';
import { openWriter } from '../../db/open.ts';
import { listPeople, putPerson, putTeam } from '../../db/people.ts';
import { createApp, workspaceFile } from '../../main/app/createApp.ts';
import type { Person } from '../../main/domain/people/permissions.ts';
import type { ServingDesk } from '../../preload/contract/bridge.ts';
import type { CallName, Input, Output } from '../../preload/contract/contract.ts';
import { bandwidthCatalog, smallCatalog } from './catalogs.ts';
import { readSample, samplePath } from './orders.ts';

export type Seed = {
  /** `small` is two tasks long, `bandwidth` the same with a value to change; `operator` is the shipped sample. */
  readonly catalog?: 'small' | 'bandwidth' | 'operator';
  readonly orders?: readonly object[];
  /** The external ids of those that are approved already. */
  readonly approved?: readonly string[];
  /** More people than the first one, in teams. */
  readonly crew?: boolean;
};

/** Sits at the desk and has every role; works in the field team once there is a crew. */
export const HOST = 'Ada Moreau';
export const AGENT = 'Ben Osei';
export const VIEWER = 'Vera Lind';
/** Decides on orders, as the host may. */
export const APPROVER = 'Noor Haddad';

const teams = [
  { id: 'field', name: 'Field operations' },
  { id: 'network', name: 'Network engineering' },
  { id: 'service-desk', name: 'Service desk' },
];

const crew: readonly Person[] = [
  { id: 'ben-osei', name: AGENT, roles: ['fulfillmentAgent'], groups: ['field'] },
  { id: 'noor-haddad', name: APPROVER, roles: ['serviceOrderManager'], groups: ['service-desk'] },
  { id: 'vera-lind', name: VIEWER, roles: ['viewer'], groups: [] },
];

const catalogs = {
  small: () => JSON.stringify(smallCatalog),
  bandwidth: () => JSON.stringify(bandwidthCatalog),
  operator: () => readSample('catalog/operator.json'),
} as const;

export async function seedWorkspace(workspaceDir: string, seed: Seed): Promise<void> {
  const app = createApp({
    workspaceDir,
    samplesDir: samplePath('.'),
    appVersion: 'seed',
    now: () => new Date().toISOString(),
    newId: v7,
    log: () => {},
  });
  const { catalog, orders = [], approved = [] } = seed;
  await call(app, 'workspace.startEmpty', { name: HOST });
  if (catalog) await load(app, catalogs[catalog]());
  if (orders.length > 0) await load(app, JSON.stringify(orders));
  const { rows } = await call(app, 'orders.page', { states: ['new'], after: null, limit: 200 });
  for (const { id, externalId } of rows) {
    if (externalId !== null && approved.includes(externalId)) {
      await call(app, 'order.approve', { commandId: v7(), orderId: id });
    }
  }
  await app.idle();
  await app.close();
  if (seed.crew) addCrew(workspaceDir);
}

async function load(app: ServingDesk, text: string): Promise<void> {
  const { uploadId } = await call(app, 'upload.begin', { fileName: 'seed.json', sizeBytes: Buffer.byteLength(text) });
  for (let index = 0, at = 0; at < text.length; index += 1, at += 500_000) {
    await call(app, 'upload.append', { uploadId, index, text: text.slice(at, at + 500_000) });
  }
  await call(app, 'import.start', { uploadId, kind: 'auto' });
  await (app as ReturnType<typeof createApp>).idle();
}

async function call<C extends CallName>(app: ServingDesk, name: C, input: Input<C>): Promise<Output<C>> {
  const reply = await app.serve(name, input);
  if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`);
  return reply.value as Output<C>;
}

/** No call adds people yet, so they are put where the app keeps them. */
function addCrew(workspaceDir: string): void {
  const db = openWriter(workspaceFile(workspaceDir));
  for (const team of teams) putTeam(db, team);
  for (const host of listPeople(db)) putPerson(db, { ...host, groups: ['field'] });
  for (const person of crew) putPerson(db, person);
  db.close();
}
