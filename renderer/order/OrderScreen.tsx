/** One order: its name and progress on top, below it what was ordered, what it became, its plan, its history. */
import { Button, Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { lazy, Suspense } from 'react';
import { useActions, type Action } from '../actions/registry.ts';
import { Answer } from '../Answer.tsx';
import { useAsk, useCall } from '../calls.ts';
import { findNeighbour } from '../orders/queueMemory.ts';
import { navigate, orderTabs, type OrderTab } from '../route.ts';
import { Icon } from '../ui/Icon.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { Pane } from '../ui/Pane.tsx';
import { t, type WordKey } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { Activity } from './Activity.tsx';
import { Breakdown } from './Breakdown.tsx';
import { DecisionBar } from './DecisionBar.tsx';
import { OrderOverview } from './OrderOverview.tsx';
import { OrderTitle } from './OrderTitle.tsx';
import { saveFile } from './saveFile.ts';
import { UnderstoodTab } from './UnderstoodTab.tsx';
import classes from './OrderScreen.module.css';

const PlanScreen = lazy(async () => ({ default: (await import('../plan/PlanScreen.tsx')).PlanScreen }));

type Props = { readonly orderId: string; readonly tab: OrderTab };

export function OrderScreen({ orderId, tab }: Props) {
  const order = useCall('order.get', { orderId });
  return (
    <Answer of={order}>
      {value => (
        <Pane title={value.number} titleHidden fixed={tab === 'plan'} top={<OrderHead order={value} tab={tab} />}>
          <div
            role="tabpanel"
            id={panelId(tab)}
            aria-labelledby={tabId(tab)}
            className={tab === 'plan' ? classes.fill : undefined}
          >
            <Suspense fallback={<LoadingRows label={t('shell.loading')} />}>
              <TabContent order={value} tab={tab} />
            </Suspense>
          </div>
        </Pane>
      )}
    </Answer>
  );
}

const tabId = (tab: OrderTab): string => `order-tab-${tab}`;
const panelId = (tab: OrderTab): string => `order-panel-${tab}`;

function TabContent({ order, tab }: { readonly order: Order; readonly tab: OrderTab }) {
  switch (tab) {
    case 'overview':
      return <OrderOverview order={order} />;
    case 'specifications':
      return <Breakdown order={order} />;
    case 'plan':
      return <PlanScreen orderId={order.id} />;
    case 'activity':
      return <Activity orderId={order.id} />;
    case 'understood':
      return <UnderstoodTab understood={order.understood} />;
  }
}

const tabActions: { readonly [T in OrderTab]: WordKey } = {
  overview: 'orders.action.tabOverview',
  specifications: 'orders.action.tabSpecifications',
  plan: 'orders.action.tabPlan',
  activity: 'orders.action.tabActivity',
  understood: 'orders.action.tabUnderstood',
};

const stay = (): void => {};

function OrderHead({ order, tab }: { readonly order: Order; readonly tab: OrderTab }) {
  const { ask, pending } = useAsk();
  const orderId = order.id;
  const show = (next: OrderTab): void => navigate({ screen: 'order', orderId, tab: next }, { replace: true });

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

  useActions('order', [
    ...orderTabs.map((name, index): Action => ({
      id: `tab-${name}`,
      label: tabActions[name],
      keys: name === 'plan' ? `Alt+${index + 1}|p` : `Alt+${index + 1}`,
      run: () => show(name),
    })),
    { id: 'previous', label: 'orders.action.previous', keys: '[', run: () => step(-1) },
    { id: 'next', label: 'orders.action.next', keys: ']', run: () => step(1) },
    { id: 'export', label: 'orders.action.export', run: () => void exportOrder() },
  ]);

  return (
    <div className={classes.head}>
      <div className={classes.titleRow}>
        <OrderTitle order={order} />
        <Button
          variant="default"
          leftSection={<Icon name="download" />}
          loading={pending}
          onClick={() => void exportOrder()}
        >
          {t('orders.export')}
        </Button>
      </div>
      {(order.state === 'new' || order.state === 'rejected' || order.state === 'draft') && (
        <DecisionBar order={order} scope="order" settled onDecided={stay} />
      )}
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
