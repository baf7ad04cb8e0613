/** In which states of an order a change of it waits for a decision, and in which one may ask for the next. */
import type { Order } from '../../preload/contract/order.ts';
import type { Permission } from '../people.ts';
import { stateWord } from '../State.tsx';
import { t } from '../words/words.ts';

const PENDING: readonly Order['state'][] = ['revisionInProgress', 'assessingCancellation'];

export const isPending = ({ state }: Pick<Order, 'state'>): boolean => PENDING.includes(state);

/** Under way, or approved to start at a moment to come. */
export const isChangeable = ({ state, startsAt }: Pick<Order, 'state' | 'startsAt'>): boolean =>
  state === 'inProgress' || (state === 'acknowledged' && startsAt !== null);

/** True, or why no change can be asked for now. */
export function canRevise(
  order: Pick<Order, 'state' | 'startsAt' | 'pendingRevision'>,
  isAllowed: (permission: Permission) => boolean,
): true | string {
  if (order.pendingRevision !== null) return t('revision.start.pending', { number: order.pendingRevision });
  if (!isChangeable(order)) return t('revision.start.state', { state: stateWord('order', order.state) });
  return isAllowed('order.revise') || t('revision.start.noRevise');
}
