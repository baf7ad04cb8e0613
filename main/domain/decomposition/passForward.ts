/** Goes through a plan from its beginning: each task begins as soon as everything it waits for has let go. */
import type { SortedNetwork } from './planNetwork.ts';

/** Milliseconds since 1970. */
export type Passed = {
  /** By task, in the order of the plan. */
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** By node of the network; of a task's first node, when it could begin and not when it does. */
  readonly times: Float64Array;
  /** By node, the edge that settled its time; −1 for one that nothing holds up. */
  readonly drivers: Int32Array;
};

/** Both are moments; a task that has begun may have begun before it was ready. */
export type Placed = { readonly start: number; readonly end: number };

/** `place` is asked once for each task, with the moment from which it may begin; linear in the size of the plan. */
export function passForward(
  network: SortedNetwork,
  taskCount: number,
  earliest: number,
  place: (index: number, ready: number) => Placed,
): Passed {
  const { size, firstTask, firstBegun, order, starts: places, edges, to, lags } = network;
  const starts = new Float64Array(taskCount);
  const ends = new Float64Array(taskCount);
  const times = new Float64Array(size).fill(earliest);
  times.fill(Infinity, firstBegun);
  const drivers = new Int32Array(size).fill(-1);
  for (let step = 0; step < size; step += 1) {
    const node = order[step] as number;
    let time = times[node] as number;
    const offset = node - firstTask;
    const isTask = offset >= 0 && node < firstBegun;
    if (isTask && offset % 2 === 0) {
      const placed = place(offset / 2, time);
      starts[offset / 2] = placed.start;
      ends[offset / 2] = placed.end;
      time = placed.start;
    }
    if (isTask && offset % 2 === 1) {
      time = ends[(offset - 1) / 2] as number;
      times[node] = time;
    }
    for (let at = places[node] as number; at < (places[node + 1] as number); at += 1) {
      const edge = edges[at] as number;
      const target = to[edge] as number;
      const reached = time + (lags[edge] as number);
      const known = times[target] as number;
      if (target < firstBegun ? reached <= known : reached >= known) continue;
      times[target] = reached;
      drivers[target] = edge;
    }
  }
  return { starts, ends, times, drivers };
}
