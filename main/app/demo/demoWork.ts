/** The job that fills an empty workspace with the demo operator: its catalog, its people, and about four hundred orders with all that happened to them. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { addCatalog, latestCatalogVersion } from '../../../db/catalogs.ts';
import { findPerson, hasTeam, putPerson, putTeam } from '../../../db/people.ts';
import { findPolicy, putPolicy } from '../../../db/policy.ts';
import { putSetting } from '../../../db/settings.ts';
import { transaction } from '../../../db/transaction.ts';
import { checkCatalog } from '../../domain/catalog/checkCatalog.ts';
import { calendarsOf } from '../../domain/policy/calendar.ts';
import type { CatalogShelf } from '../catalogShelf.ts';
import { importDocument, type ImportParts } from '../intake/importOrders.ts';
import type { JobSteps, JobWork, RunningJob } from '../intake/jobs.ts';
import type { OrderCache } from '../orderCache.ts';
import { sitDown } from '../session.ts';
import { mergeCatalog } from '../tmf633/mergeCatalog.ts';
import { readCatalogDocument } from '../tmf633/readCatalogDocument.ts';
import { approverOf, host, people, teams } from './crew.ts';
import { loadDemoData } from './demoData.ts';
import { demoPolicy } from './demoPolicy.ts';
import { documentOf } from './orderDocument.ts';
import { chanceOfStory, playOrder, writeOrder } from './playOrder.ts';
import { listScenarios } from './scenarios.ts';
import { tellStory } from './story.ts';
import { DAY, lastWork, MINUTE } from './workTime.ts';

export type DemoParts = ImportParts & {
  readonly catalogs: CatalogShelf;
  readonly orders: OrderCache;
  /** Where the shipped samples lie. */
  readonly samplesDir: string;
};

export const demoSetting = 'workspace.demo';

/** One item per order, with its whole history. The orders follow from the moment the job was started, so that it goes on after a crash as if nothing had been. */
export const demoWork = (parts: DemoParts): JobWork => ({
  begin: job => {
    transaction(parts.db, () => {
      putMissingPeople(parts);
      if (latestCatalogVersion(parts.db) === 0) putCatalog(parts, job);
      if (findPolicy(parts.db).version === 0) putPolicy(parts.db, demoPolicy(Date.parse(job.startedAt)), 0);
    });
    return stepsOf(parts, Date.parse(job.startedAt));
  },
});

function stepsOf(parts: DemoParts, now: number): JobSteps {
  const { db } = parts;
  const data = loadDemoData(parts.samplesDir);
  const catalog = parts.catalogs.current();
  const calendarOf = calendarsOf(demoPolicy(now));
  const scenarios = listScenarios({ data, catalog, calendarOf }, now);
  const places = new Map(scenarios.map((scenario, index) => [scenario.seed, index]));
  const optional = new Set(
    catalog.catalog.relationships.flatMap(({ mandatory, target }) => (mandatory ? [] : [target])),
  );
  const horizon = lastWork(now - 15 * MINUTE);
  return {
    total: scenarios.length,
    step: n => {
      const scenario = scenarios[n];
      if (scenario === undefined) throw new Error(`The demo has no order ${n}`);
      const { meant, sent } = writeOrder(data, scenario, n, other => places.get(other.seed) ?? 0);
      const chance = chanceOfStory(scenario);
      const split = { path: `$[${n}]`, document: documentOf(sent), understood: [] };
      const at = new Date(scenario.importAt).toISOString();
      const item = importDocument(parts, split, n, { by: approverOf(chance), at });
      if (item.outcome !== 'imported' || item.orderId === undefined) {
        throw new Error(`Order ${n} of the demo was not taken in: ${JSON.stringify(item.detail)}`);
      }
      const story = tellStory(parts, { orderId: item.orderId, chance, from: scenario.importAt, horizon });
      playOrder(story, scenario, meant, { data, optional, calendarOf, horizon });
      return item;
    },
    end: () => {
      putSetting(db, demoSetting, true);
      sitDown(db, host.id);
    },
  };
}

function putMissingPeople({ db }: DemoParts): void {
  for (const team of teams) if (!hasTeam(db, team.id)) putTeam(db, team);
  for (const person of people) if (findPerson(db, person.id) === undefined) putPerson(db, person);
}

/** The catalog is shipped with the app, so a problem in it is a bug. */
function putCatalog({ db, catalogs, samplesDir }: DemoParts, { startedAt }: RunningJob): void {
  const fileName = 'operator.json';
  const text = readFileSync(join(samplesDir, 'catalog', fileName), 'utf8');
  const read = readCatalogDocument(text, fileName);
  if (!read.ok) throw new Error(`The catalog of the demo cannot be read: ${JSON.stringify(read.error)}`);
  const catalog = mergeCatalog(catalogs.current().catalog, read.value, 1);
  const problems = checkCatalog(catalog);
  if (problems.length > 0) throw new Error(`The catalog of the demo has problems: ${JSON.stringify(problems)}`);
  const hash = createHash('sha256').update(text).digest('hex');
  // Before the oldest order, which was decomposed with it.
  const importedAt = new Date(Date.parse(startedAt) - 130 * DAY).toISOString();
  addCatalog(db, catalog, { importedAt, by: host.id, fileName, hash });
}
