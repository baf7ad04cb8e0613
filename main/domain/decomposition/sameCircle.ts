/** Which nodes of a directed graph stand on circles together; linear in nodes and edges. */

/** For every node the number of its group: two nodes have the same when each can be reached from the other. `from[i]` leads to `to[i]`. */
export function groupCircles(size: number, from: readonly number[], to: readonly number[]): Int32Array {
  const group = new Int32Array(size).fill(-1);
  const forward = edgesOf(size, from, to);
  const backward = edgesOf(size, to, from);
  let groups = 0;
  for (const start of finishOrder(size, forward).toReversed()) {
    if (group[start] !== -1) continue;
    const found = [start];
    group[start] = groups;
    for (let node = found.pop(); node !== undefined; node = found.pop()) {
      for (const next of backward[node] ?? []) {
        if (group[next] !== -1) continue;
        group[next] = groups;
        found.push(next);
      }
    }
    groups += 1;
  }
  return group;
}

function edgesOf(size: number, from: readonly number[], to: readonly number[]): readonly (readonly number[])[] {
  const edges: number[][] = Array.from({ length: size }, () => []);
  for (const [index, node] of from.entries()) edges[node]?.push(to[index] as number);
  return edges;
}

/** Every node after all that it leads to, circles aside. */
function finishOrder(size: number, edges: readonly (readonly number[])[]): number[] {
  const finished: number[] = [];
  const seen = new Uint8Array(size);
  for (let start = 0; start < size; start += 1) {
    if (seen[start] === 1) continue;
    seen[start] = 1;
    const stack = [{ node: start, at: 0 }];
    for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
      const next = edges[top.node]?.[top.at];
      top.at += 1;
      if (next === undefined) {
        finished.push(top.node);
        stack.pop();
      } else if (seen[next] === 0) {
        seen[next] = 1;
        stack.push({ node: next, at: 0 });
      }
    }
  }
  return finished;
}
