/** Finds catalog services by name or id, for matching a line to one. */
import type { Output } from '../../../preload/contract/contract.ts';
import type { IndexedCatalog } from '../../domain/catalog/indexCatalog.ts';

type Found = Output<'specifications.find'>['specifications'];

/** Customer-facing ones first: a line orders what the customer sees. Retired ones cannot be ordered any more. */
export function findSpecifications({ catalog }: IndexedCatalog, text: string, limit: number): Found {
  const wanted = text.trim().toLowerCase();
  return catalog.specifications
    .filter(({ kind, lifecycle }) => kind === 'service' && lifecycle !== 'retired')
    .filter(({ id, name }) => id.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted))
    .toSorted((a, b) => rank(a.facing) - rank(b.facing) || a.name.localeCompare(b.name))
    .slice(0, limit)
    .map(({ id, name, kind, facing }) => ({ id, name, kind, facing: facing ?? null }));
}

const rank = (facing: string | undefined): number => (facing === 'customer' ? 0 : 1);
