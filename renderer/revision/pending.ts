/** In which states of an order a change of it waits for a decision, and in which one may ask for the next. */
import type { Order } from '../../preload/contract/order.ts';
import type { Permission } from '../people.ts';
import { stateWord } from '../State.tsx';
import { t } from '../words/words.ts';

const PENDING: readonly Order['state'][] = ['revisionInProgress', 'assessingCancellation'];

export const isPending = ({ state }: Pick<Order, 'state'>): boolean => PENDING.includes(state);

/** True, or why no change can be asked for now. */
export function canRevise(
  order: Pick<Order, 'state' | 'pendingRevision'>,
  isAllowed: (permission: Permission) => boolean,
): true | string {
  if (order.pendingRevision !== null) return t('revision.start.pending', { number: order.pendingRevision });
  if (order.state !== 'inProgress') return t('revision.start.state', { state: stateWord('order', order.state) });
  return isAllowed('order.revise') || t('revision.start.noRevise');
}
