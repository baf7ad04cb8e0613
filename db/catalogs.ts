/** The catalogs of the workspace, one row per version and none ever changed: an order keeps the one it was decomposed with. */
import type { Database } from 'better-sqlite3';
import type { Catalog } from '../main/domain/catalog/catalog.ts';
import { prepared, preparedValue } from './statements.ts';

export type CatalogInfo = {
  readonly version: number;
  readonly label: string;
  readonly importedAt: string;
  /** Person id. */
  readonly by: string;
  readonly fileName: string;
  /** Hash of the imported text: tells the same catalog imported twice. */
  readonly hash: string;
};

type CatalogRow = {
  version: number;
  label: string;
  imported_at: string;
  by_id: string;
  file_name: string;
  hash: string;
};

const INFO = 'version, label, imported_at, by_id, file_name, hash';

/** Keeps a catalog under its own version, which must be the next one. */
export function addCatalog(db: Database, catalog: Catalog, info: Omit<CatalogInfo, 'version' | 'label'>): void {
  const next = latestCatalogVersion(db) + 1;
  if (catalog.version !== next) throw new Error(`Catalog ${catalog.version} is not the next one, ${next}.`);
  prepared(db, `INSERT INTO catalog_version (${INFO}, body) VALUES (?, ?, ?, ?, ?, ?, ?)`).run(
    catalog.version,
    catalog.label,
    info.importedAt,
    info.by,
    info.fileName,
    info.hash,
    JSON.stringify(catalog),
  );
}

export function findCatalog(db: Database, version: number): Catalog | undefined {
  const body = preparedValue<string>(db, 'SELECT body FROM catalog_version WHERE version = ?').get(version);
  return body === undefined ? undefined : (JSON.parse(body) as Catalog);
}

/** 0 when no catalog was imported yet. */
export const latestCatalogVersion = (db: Database): number =>
  preparedValue<number>(db, 'SELECT coalesce(max(version), 0) FROM catalog_version').get() ?? 0;

export function findCatalogByHash(db: Database, hash: string): CatalogInfo | undefined {
  const sql = `SELECT ${INFO} FROM catalog_version WHERE hash = ? ORDER BY version DESC LIMIT 1`;
  const row = prepared<CatalogRow>(db, sql).get(hash);
  return row === undefined ? undefined : infoOf(row);
}

/** Newest first, without their content. */
export const listCatalogs = (db: Database): CatalogInfo[] =>
  prepared<CatalogRow>(db, `SELECT ${INFO} FROM catalog_version ORDER BY version DESC`).all().map(infoOf);

function infoOf(row: CatalogRow): CatalogInfo {
  return {
    version: row.version,
    label: row.label,
    importedAt: row.imported_at,
    by: row.by_id,
    fileName: row.file_name,
    hash: row.hash,
  };
}
