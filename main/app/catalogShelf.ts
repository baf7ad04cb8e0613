/** The catalogs of a workspace, indexed once per version and kept, since a version never changes. */
import type { Database } from 'better-sqlite3';
import { findCatalog, latestCatalogVersion } from '../../db/catalogs.ts';
import { emptyCatalog } from '../domain/catalog/catalog.ts';
import { indexCatalog, type IndexedCatalog } from '../domain/catalog/indexCatalog.ts';
import type { Order } from '../domain/order/order.ts';

export type CatalogShelf = {
  readonly current: () => IndexedCatalog;
  /** The catalog an order was decomposed with; before that, the current one (features D10). */
  readonly of: (order: Order | null) => IndexedCatalog;
};

export function openCatalogShelf(db: Database): CatalogShelf {
  const indexed = new Map<number, IndexedCatalog>();
  const get = (version: number): IndexedCatalog => {
    const known = indexed.get(version);
    if (known !== undefined) return known;
    const catalog = version === 0 ? emptyCatalog : findCatalog(db, version);
    if (catalog === undefined) throw new Error(`Catalog ${version} is not in the workspace`);
    const fresh = indexCatalog(catalog);
    indexed.set(version, fresh);
    return fresh;
  };
  const current = () => get(latestCatalogVersion(db));
  return { current, of: order => (order?.plan === undefined ? current() : get(order.plan.catalogVersion)) };
}
