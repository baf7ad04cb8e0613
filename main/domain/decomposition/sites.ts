/** Tells which site the work of a line is at (features O5, O6, D1). */
import type { Location } from '../vocabulary/captured.ts';

/** By the number of a line; undefined for one that is at no site. */
export type SiteOfLine = (line: number) => string | undefined;

/** What tells one site from another: its id, else its name. */
export const siteOf = (location: Location | undefined): string | undefined => location?.id ?? location?.name;

type Sited = { readonly number: number; readonly parent?: number; readonly location?: Location };

/** A nested line without a site of its own is at that of the line around it; looked through when first asked. */
export function sitesOf(lines: readonly Sited[]): SiteOfLine {
  let byNumber: ReadonlyMap<number, Sited> | undefined;
  return number => {
    byNumber ??= new Map(lines.map(line => [line.number, line]));
    let line = byNumber.get(number);
    while (line !== undefined && siteOf(line.location) === undefined) {
      line = line.parent === undefined ? undefined : byNumber.get(line.parent);
    }
    return siteOf(line?.location);
  };
}
