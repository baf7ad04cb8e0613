/** Whose words a part of the plan uses for its state: lines and locations have those of an order. */
import type { PlanNode } from '../../preload/contract/plan.ts';
import type { StateOwner } from '../State.tsx';
import { t, word } from '../words/words.ts';
import { readOutsideKey } from './outsideKey.ts';

export const ownerOf = (kind: PlanNode['kind']): StateOwner =>
  kind === 'task' || kind === 'domainOrder' ? kind : 'order';

/** From a key such as `T3`, for parts of which no more than the key is known; of another order as well. */
export function ownerOfKey(named: string): StateOwner {
  const key = readOutsideKey(named)?.node ?? named;
  if (key.startsWith('T')) return 'task';
  if (key.startsWith('D')) return 'domainOrder';
  return key.startsWith('F') ? 'fallout' : 'order';
}

/** Nothing is left to do about it. */
export const hasPartEnded = ({ state, actualEnd }: Pick<PlanNode, 'state' | 'actualEnd'>): boolean =>
  actualEnd !== null || ['completed', 'canceled', 'closedComplete'].includes(state);

/** What a part is beside its name: the account of an order, the address of a site, what is done to a service, what kind of thing is made. */
export function detailOf({ kind, number, detail }: Pick<PlanNode, 'kind' | 'number' | 'detail'>): string | null {
  if (detail === null) return null;
  if (kind === 'line') return word('states.action', detail);
  if (kind !== 'domainOrder') return detail;
  if (number.startsWith('RO')) return t('orders.kind.resource');
  if (detail === 'customer') return t('orders.kind.customer');
  return t(detail === 'resource' ? 'orders.kind.resourceFacing' : 'orders.kind.service');
}
