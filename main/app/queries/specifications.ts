/** Finds catalog services by name or id, and says what values one of them takes. */
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

type Described = Output<'specification.get'>;

/** By id; undefined when that catalog does not have it. */
export function describeSpecification({ specifications }: IndexedCatalog, id: string): Described | undefined {
  const found = specifications.get(id);
  return (
    found && {
      id,
      name: found.name,
      characteristics: found.characteristics.map(({ name, valueType, mandatory, options, defaultValue, unit }) => ({
        name,
        valueType: valueType ?? null,
        mandatory,
        options: [...options] as Described['characteristics'][number]['options'],
        defaultValue: (defaultValue ?? null) as Described['characteristics'][number]['defaultValue'],
        unit: unit ?? null,
      })),
    }
  );
}

const rank = (facing: string | undefined): number => (facing === 'customer' ? 0 : 1);
