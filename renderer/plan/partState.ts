/** Whose words a part of the plan uses for its state: lines and locations have those of an order. */
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { StateOwner } from '../State.tsx';

export const ownerOf = (kind: PlanNode['kind']): StateOwner =>
  kind === 'task' || kind === 'domainOrder' ? kind : 'order';

/** From a key such as `T3`, for parts of which no more than the key is known. */
export function ownerOfKey(key: string): StateOwner {
  if (key.startsWith('T')) return 'task';
  if (key.startsWith('D')) return 'domainOrder';
  return key.startsWith('F') ? 'fallout' : 'order';
}
