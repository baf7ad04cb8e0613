/** Carries through a plan that something is not known: what comes after it begins and ends at the dates that are told, or later (features O6, O16). */
import type { SortedNetwork } from '../decomposition/planNetwork.ts';
import type { Work } from './remainingWork.ts';

/** 1 for each task that has not begun and comes after such a wait for another order, or has one itself; by task number minus one. Undefined in most plans. */
export function behindUnknown(network: SortedNetwork, { kinds, atEarliest }: Work): Uint8Array | undefined {
  if (atEarliest.length === 0) return undefined;
  const { size, firstTask, firstBegun, order, starts: places, edges, to } = network;
  const reached = new Uint8Array(size);
  const found = new Uint8Array(kinds.length);
  for (const index of atEarliest) reached[firstTask + index * 2] = 1;
  for (let step = 0; step < size; step += 1) {
    const node = order[step] as number;
    if (reached[node] === 0) continue;
    const offset = node - firstTask;
    if (offset >= 0 && node < firstBegun && offset % 2 === 0) {
      // What has begun will not move any more, whatever it came after.
      if (kinds[offset / 2] !== 'waiting') continue;
      found[offset / 2] = 1;
    }
    for (let at = places[node] as number; at < (places[node + 1] as number); at += 1) {
      reached[to[edges[at] as number] as number] = 1;
    }
  }
  return found;
}
