/** Pairs the two ends of a mapping inside one line: a value travels between the domain orders that stand closest in the tree. */

export type TreeRow = { readonly number: number; readonly parent?: number | undefined; readonly specification: string };

/** For a target, the numbers of the domain orders of a specification that feed it, in ascending order. */
export type NearestSources = (target: TreeRow, specification: string) => readonly number[];

const none: readonly number[] = [];

/**
 * Going up from the target, the first domain order that has one of that specification in its branch decides: itself
 * when it is of that specification, else all in its branch. So each edge router gets the address of its own site and not
 * of its neighbour's, and a total can still come up from below or across from another branch (domain.md A.6 item 7).
 */
export function nearestSources(rows: readonly TreeRow[]): NearestSources {
  const byNumber = new Map(rows.map(row => [row.number, row]));
  const bySpecification = Map.groupBy(rows, row => row.specification);
  const branches = new Map<string, ReadonlyMap<number, readonly number[]>>();
  const branchesWith = (specification: string): ReadonlyMap<number, readonly number[]> => {
    const known = branches.get(specification);
    if (known !== undefined) return known;
    const branch = new Map<number, number[]>();
    for (const source of bySpecification.get(specification) ?? []) {
      for (let row: TreeRow | undefined = source; row !== undefined; row = parentOf(byNumber, row)) {
        const inside = branch.get(row.number);
        if (inside === undefined) branch.set(row.number, [source.number]);
        else inside.push(source.number);
      }
    }
    branches.set(specification, branch);
    return branch;
  };
  return (target, specification) => {
    const branch = branchesWith(specification);
    for (let row: TreeRow | undefined = target; row !== undefined; row = parentOf(byNumber, row)) {
      const inside = branch.get(row.number);
      if (inside !== undefined) return row.specification === specification ? [row.number] : inside;
    }
    return none;
  };
}

const parentOf = (byNumber: ReadonlyMap<number, TreeRow>, row: TreeRow): TreeRow | undefined =>
  row.parent === undefined ? undefined : byNumber.get(row.parent);
