/** How many domain orders a line's quantity makes (features D6). */
import type { Specification } from '../catalog/catalog.ts';

/** More units than this are not split up into domain orders of their own; approval refuses such a line. */
export const mostUnits = 10_000;

/** One for every unit of a whole number; one for all of them when the specification is delivered as a whole, or the quantity is a fraction. */
export function unitsOf({ quantity: by = 'each' }: Pick<Specification, 'quantity'>, quantity: number): number {
  return by === 'each' && Number.isInteger(quantity) && quantity > 1 && quantity <= mostUnits ? quantity : 1;
}
