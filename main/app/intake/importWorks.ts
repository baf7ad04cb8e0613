/** The jobs that import files: orders document by document, a catalog as a whole. */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { addCatalog, latestCatalogVersion } from '../../../db/catalogs.ts';
import { StoreError } from '../../../db/errors.ts';
import { findPerson, hasTeam, putTeam } from '../../../db/people.ts';
import type { ReadModels } from '../../../db/projections/readModels.ts';
import { ordersPage } from '../../../db/queries/orderPages.ts';
import { transaction } from '../../../db/transaction.ts';
import { readUpload, removeUpload } from '../../../db/uploads.ts';
import type { JobItem } from '../../../db/jobs.ts';
import type { Catalog } from '../../domain/catalog/catalog.ts';
import { checkCatalog } from '../../domain/catalog/checkCatalog.ts';
import { listMappedRules } from '../../domain/catalog/mappedRules.ts';
import type { CatalogProblem } from '../../domain/catalog/problem.ts';
import type { JsonValue } from '../../domain/json.ts';
import type { Understood } from '../../domain/vocabulary/correction.ts';
import type { Person } from '../../domain/people/permissions.ts';
import type { CatalogShelf } from '../catalogShelf.ts';
import type { OrderCache } from '../orderCache.ts';
import { mergeCatalog } from '../tmf633/mergeCatalog.ts';
import { readCatalogDocument } from '../tmf633/readCatalogDocument.ts';
import { splitDocuments } from '../tmf641/splitDocuments.ts';
import { importDocument, type ImportParts } from './importOrders.ts';
import type { JobWork, RunningJob } from './jobs.ts';

type Parts = ImportParts & {
  readonly now: () => string;
  readonly report: (bug: unknown, where: string) => void;
};

export function ordersWork(parts: Parts): JobWork {
  const { db, now, report } = parts;
  return {
    begin: job => {
      const who = whoOf(parts, job);
      const documents = splitDocuments(textOf(parts, job));
      if (!documents.ok) return { problem: documents.error };
      return {
        total: documents.value.length,
        step: n => {
          const split = documents.value[n];
          if (split === undefined) throw new Error(`The file has no document ${n}`);
          try {
            const item = transaction(db, () => importDocument(parts, split, n, { by: who, at: now() }));
            return { ...item, failed: item.outcome === 'refused' };
          } catch (bug) {
            // A full disk is not the document's fault; the job stops here.
            if (bug instanceof StoreError) throw bug;
            // A document that breaks us must not take the others with it; its savepoint is rolled back.
            report(bug, `${job.label} ${split.path}`);
            const problems = [{ path: split.path, code: 'internal', facts: {} }];
            const detail = { path: split.path, orderNumber: null, understood: [], problems };
            return { n, label: '', outcome: 'refused', detail, failed: true };
          }
        },
        end: () => job.uploadId !== undefined && removeUpload(db, job.uploadId),
      };
    },
  };
}

type CatalogParts = Parts & {
  readonly models: ReadModels;
  readonly catalogs: CatalogShelf;
  readonly orders: OrderCache;
};

/** One item: the catalog is taken as a whole or refused as a whole, with every problem named. */
export function catalogWork(parts: CatalogParts): JobWork {
  const { db, catalogs, now } = parts;
  return {
    begin: job => ({
      total: 1,
      step: n => {
        const text = textOf(parts, job);
        const read = readCatalogDocument(text, job.label);
        if (!read.ok) return refusedCatalog(n, job.label, read.error);
        const merged = mergeCatalog(catalogs.current().catalog, read.value, latestCatalogVersion(db) + 1);
        const problems = checkCatalog(merged);
        if (problems.length > 0) return refusedCatalog(n, job.label, problems);
        const hash = createHash('sha256').update(text).digest('hex');
        addCatalog(db, merged, { importedAt: now(), by: job.by, fileName: job.label, hash });
        addMissingTeams(db, merged);
        const understood = [...read.value.understood, ...warningsOf(read.value, merged)];
        return {
          n,
          label: `${merged.label} · ${merged.version}`,
          outcome: 'imported',
          detail: { path: '$', orderNumber: null, understood, problems: [] },
        };
      },
      after: () => renewChecks(parts),
      end: () => job.uploadId !== undefined && removeUpload(db, job.uploadId),
    }),
  };
}

/** Teams that the plan templates send work to; one the workspace does not know is called by its id until somebody names it. */
function addMissingTeams(db: Database, { planTemplates }: Catalog): void {
  const groups = new Set(planTemplates.flatMap(({ tasks }) => tasks.flatMap(({ group }) => group ?? [])));
  for (const id of groups) if (!hasTeam(db, id)) putTeam(db, { id, name: id });
}

/** What the author of the document should know, though it is no mistake (domain.md A.6 item 7). */
function warningsOf({ mappings }: Pick<Catalog, 'mappings'>, { rules }: Catalog): readonly Understood[] {
  return listMappedRules({ mappings, rules }).map(({ mapping, rules: fed }) => ({
    path: `mappings[${mapping.id}]`,
    code: 'mappingFeedsRule',
    raw: fed.map(({ id, name }) => name ?? id).join(', '),
  }));
}

/** Every problem with its place, its facts as text and the fix, the way the results of orders have them. */
function refusedCatalog(
  n: number,
  label: string,
  problems: readonly CatalogProblem[],
): JobItem & { readonly failed: true } {
  const told = problems.map(({ path, code, fix, facts }) => ({
    path,
    code,
    facts: {
      fix,
      ...Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, factText(value)])),
    },
  }));
  const detail = { path: '$', orderNumber: null, understood: [], problems: told };
  return { n, label, outcome: 'refused', detail, failed: true };
}

const factText = (value: JsonValue): string => {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return JSON.stringify(value);
  // A pair in a list is read as one.
  return value.map(item => (Array.isArray(item) ? item.map(factText).join(' + ') : factText(item))).join(', ');
};

/** What waits for a decision is judged by the new catalog from now on; a page of orders in each step. */
function* renewChecks({ db, models, orders }: CatalogParts): Generator<undefined, void> {
  let after: Parameters<typeof ordersPage>[2]['after'] = null;
  do {
    const page = ordersPage(db, { states: ['new', 'draft'], sort: 'number' }, { after: after ?? null, limit: 200 });
    for (const { id } of page.rows) {
      const order = orders.load(id);
      if (order !== null) models.renewChecks(order);
    }
    after = page.next;
    yield;
  } while (after !== null);
}

const textOf = ({ db }: Parts, { uploadId }: RunningJob): string =>
  uploadId === undefined ? '' : readUpload(db, uploadId);

function whoOf({ db }: Parts, job: RunningJob): Person {
  const person = findPerson(db, job.by);
  if (person === undefined) throw new Error(`Job ${job.id} belongs to nobody known`);
  return person;
}
