/** Draws the writing of a change while one may be asked for; otherwise says why not. */
import type { ReactNode } from 'react';
import type { Order } from '../../preload/contract/order.ts';
import { useAllowed } from '../people.ts';
import { navigate } from '../route.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { t } from '../words/words.ts';
import { canRevise } from './pending.ts';

export function WhileAllowed({ order, children }: { readonly order: Order; readonly children: ReactNode }) {
  const may = canRevise(order, useAllowed());
  if (may === true) return children;
  return (
    <EmptyState
      title={t('revision.start.notNow')}
      text={may}
      action={{
        label: t('revision.start.toChanges'),
        onClick: () => navigate({ screen: 'order', orderId: order.id, tab: 'changes' }),
      }}
    />
  );
}
