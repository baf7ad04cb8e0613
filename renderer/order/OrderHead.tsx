/** What never scrolls away from an order: its name, what can be done with it, what waits on it, and its tabs. */
import { ActionIcon, Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useEffect } from 'react';
import { useActions, type Action } from '../actions/registry.ts';
import { useAsk } from '../calls.ts';
import { findNeighbour } from '../orders/queueMemory.ts';
import { useAllowed } from '../people.ts';
import { PendingBanner } from '../revision/PendingBanner.tsx';
import { canRevise, isChangeable, isPending } from '../revision/pending.ts';
import { navigate, orderTabs, type OrderPart, type OrderTab } from '../route.ts';
import { ActionButton } from '../tasks/ActionButton.tsx';
import { Icon } from '../ui/Icon.tsx';
import { t, type WordKey } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { DecisionBar, isDecidable } from './DecisionBar.tsx';
import { goToField, NOTE_FIELD } from './fieldFocus.ts';
import { OrderTitle } from './OrderTitle.tsx';
import { saveFile } from './saveFile.ts';
import classes from './OrderScreen.module.css';

export const tabId = (tab: OrderTab): string => `order-tab-${tab}`;
export const panelId = (tab: OrderTab): string => `order-panel-${tab}`;

/** A change that is being written stands under the changes. */
export const tabOf = (part: OrderPart): OrderTab => (part === 'revise' || part === 'cancel' ? 'changes' : part);

const tabActions: { readonly [T in OrderTab]: WordKey } = {
  overview: 'orders.action.tabOverview',
  specifications: 'orders.action.tabSpecifications',
  plan: 'orders.action.tabPlan',
  activity: 'orders.action.tabActivity',
  understood: 'orders.action.tabUnderstood',
  changes: 'orders.action.tabChanges',
  versions: 'orders.action.tabVersions',
};

const stay = (): void => {};

type Props = { readonly order: Order; readonly part: OrderPart };

export function OrderHead({ order, part }: Props) {
  const { ask, pending } = useAsk();
  const isAllowed = useAllowed();
  const orderId = order.id;
  const tab = tabOf(part);
  const show = (next: OrderPart): void => navigate({ screen: 'order', orderId, tab: next }, { replace: true });

  async function exportOrder(): Promise<void> {
    const reply = await ask('order.export', { orderId });
    if (!reply.ok) return;
    saveFile(reply.value.fileName, reply.value.text);
    notifications.show({ message: t('orders.exported', { file: reply.value.fileName }), withBorder: true });
  }

  function step(by: 1 | -1): void {
    const next = findNeighbour(orderId, by);
    if (next) navigate({ screen: 'order', orderId: next, tab }, { replace: true });
  }

  const mayRevise = (): true | string => canRevise(order, isAllowed);
  const revise: Action = {
    id: 'revise',
    label: 'revision.start.revise',
    keys: 'r',
    isEnabled: mayRevise,
    run: () => navigate({ screen: 'order', orderId, tab: 'revise' }),
  };
  const cancel: Action = {
    id: 'cancelOrder',
    label: 'revision.start.cancel',
    isEnabled: mayRevise,
    run: () => navigate({ screen: 'order', orderId, tab: 'cancel' }),
  };
  useActions('order', [
    ...orderTabs.map((name, index): Action => ({
      id: `tab-${name}`,
      label: tabActions[name],
      keys: name === 'plan' ? `Alt+${index + 1}|p` : `Alt+${index + 1}`,
      run: () => show(name),
    })),
    { id: 'previous', label: 'orders.action.previous', keys: '[', run: () => step(-1) },
    { id: 'next', label: 'orders.action.next', keys: ']', run: () => step(1) },
    { id: 'orderNote', label: 'orders.action.note', keys: 'n', run: () => goToField(orderId, NOTE_FIELD) },
    { id: 'export', label: 'orders.action.export', run: () => void exportOrder() },
    ...(isChangeable(order) ? [revise, cancel] : []),
  ]);

  // In a narrow window the tabs scroll sideways.
  useEffect(() => {
    document.getElementById(tabId(tab))?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [tab]);

  return (
    <div className={classes.head}>
      <div className={classes.titleRow}>
        <OrderTitle order={order} />
        <div className={classes.buttons}>
          {isChangeable(order) && (
            <>
              <ActionButton action={revise} />
              <ActionButton action={cancel} />
            </>
          )}
          <ActionIcon
            variant="default"
            size={30}
            aria-label={t('orders.export')}
            title={t('orders.export')}
            loading={pending}
            onClick={() => void exportOrder()}
          >
            <Icon name="download" />
          </ActionIcon>
        </div>
      </div>
      {isDecidable(order) && <DecisionBar order={order} scope="order" settled onDecided={stay} />}
      {isPending(order) && part !== 'changes' && <PendingBanner orderId={orderId} />}
      <Tabs
        value={tab}
        onChange={value => show(orderTabs.find(name => name === value) ?? 'overview')}
        variant="default"
      >
        <Tabs.List aria-label={t('orders.tabs.label', { number: order.number })} className={classes.tabs ?? ''}>
          {orderTabs.map((name, index) => (
            <Tabs.Tab
              key={name}
              value={name}
              id={tabId(name)}
              aria-controls={panelId(name)}
              aria-keyshortcuts={`Alt+${index + 1}`}
            >
              {t(`orders.tab.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
    </div>
  );
}
