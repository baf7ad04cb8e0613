/** One order: its name and progress on top, below it what was ordered, what it became, its plan, its history, its changes. */
import { Suspense } from 'react';
import { Answer } from '../Answer.tsx';
import { useHold } from '../actions/typeAhead.ts';
import { useCall } from '../calls.ts';
import { lazyPart } from '../lazyPart.ts';
import { LoadingPart } from '../LoadingPart.tsx';
import { navigate, type OrderPart } from '../route.ts';
import { WhileAllowed } from '../revision/WhileAllowed.tsx';
import { Pane } from '../ui/Pane.tsx';
import type { Order } from '../../preload/contract/order.ts';
import { Activity } from './Activity.tsx';
import { Breakdown } from './Breakdown.tsx';
import { OrderHead, panelId, tabId, tabOf } from './OrderHead.tsx';
import { OrderOverview } from './OrderOverview.tsx';
import { UnderstoodTab } from './UnderstoodTab.tsx';
import classes from './OrderScreen.module.css';

const PlanScreen = lazyPart(async () => (await import('../plan/PlanScreen.tsx')).PlanScreen);
const ChangesTab = lazyPart(async () => (await import('../revision/ChangesTab.tsx')).ChangesTab);
const ChangeEditor = lazyPart(async () => (await import('../revision/ChangeEditor.tsx')).ChangeEditor);
const CancelEditor = lazyPart(async () => (await import('../revision/CancelEditor.tsx')).CancelEditor);
const VersionsTab = lazyPart(async () => (await import('../revision/VersionsTab.tsx')).VersionsTab);

type Place = {
  readonly at?: string | undefined;
  /** Version whose moment is shown instead of now. */
  readonly asOf?: number | undefined;
};
type Props = { readonly orderId: string; readonly tab: OrderPart } & Place;

/** These scroll on their own. */
const FILLING: readonly OrderPart[] = ['plan', 'revise', 'cancel'];

export function OrderScreen({ orderId, tab: part, ...place }: Props) {
  const order = useCall('order.get', { orderId });
  useHold(order.loading ? 'answer' : null);
  const fills = FILLING.includes(part);
  const tab = tabOf(part);
  return (
    <Answer of={order}>
      {value => (
        <Pane title={value.number} titleHidden fixed={fills} top={<OrderHead order={value} part={part} />}>
          <div
            role="tabpanel"
            id={panelId(tab)}
            aria-labelledby={tabId(tab)}
            className={fills ? classes.fill : undefined}
          >
            <Suspense fallback={<LoadingPart />}>
              <PartContent order={value} part={part} {...place} />
            </Suspense>
          </div>
        </Pane>
      )}
    </Answer>
  );
}

type PartProps = { readonly order: Order; readonly part: OrderPart } & Place;

/** Keeps the moment in the address, so that it can be copied and come back to. */
const showPlanOf = (orderId: string, asOf: number | null): void =>
  navigate({ screen: 'order', orderId, tab: 'plan', ...(asOf !== null && { asOf }) }, { replace: true });

function PartContent({ order, part, at, asOf }: PartProps) {
  switch (part) {
    case 'overview':
      return <OrderOverview order={order} />;
    case 'specifications':
      return <Breakdown key={`${at ?? ''}/${asOf ?? ''}`} order={order} at={at} asOf={asOf} />;
    case 'plan':
      return (
        <PlanScreen orderId={order.id} startAsOf={asOf ?? null} onAsOf={version => showPlanOf(order.id, version)} />
      );
    case 'activity':
      return <Activity orderId={order.id} />;
    case 'understood':
      return <UnderstoodTab understood={order.understood} />;
    case 'changes':
      return <ChangesTab order={order} />;
    case 'revise':
      return (
        <WhileAllowed order={order}>
          <ChangeEditor order={order} />
        </WhileAllowed>
      );
    case 'cancel':
      return (
        <WhileAllowed order={order}>
          <CancelEditor order={order} />
        </WhileAllowed>
      );
    case 'versions':
      return <VersionsTab order={order} />;
  }
}
