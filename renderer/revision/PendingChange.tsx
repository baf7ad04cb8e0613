/** A change that waits for a decision: approve or decline on top, below it everything one reads before (features O9). */
import { notifications } from '@mantine/notifications';
import { useRef, useState, type ReactNode } from 'react';
import { useActions, type Action, type ActionScope } from '../actions/registry.ts';
import { ProblemState } from '../Answer.tsx';
import { useCall, useCommand } from '../calls.ts';
import { useAllowed, useSession } from '../people.ts';
import { ActionButton } from '../tasks/ActionButton.tsx';
import { LoadingRows } from '../ui/LoadingRows.tsx';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import type { Revision } from '../../preload/contract/revision.ts';
import { DeclineChange } from './DeclineChange.tsx';
import { PicksForm, picksComplete, type Picks } from './Picks.tsx';
import { RevisionView } from './RevisionView.tsx';
import classes from './Changes.module.css';

type Props = {
  readonly order: Order;
  readonly scope: ActionScope;
  /** False while the order shown is not the one the person has moved to. */
  readonly settled: boolean;
  readonly onDecided?: () => void;
  readonly aside?: ReactNode;
};

export function PendingChange(props: Props) {
  const revisions = useCall('revision.list', { orderId: props.order.id });
  if (revisions.problem) return <ProblemState problem={revisions.problem} onRetry={revisions.reload} />;
  const pending = revisions.value?.revisions.find(({ state }) => state === 'requested');
  if (!revisions.value) return <LoadingRows label={t('shell.loading')} />;
  return pending ? <Pending key={`${props.order.id} ${pending.number}`} {...props} revision={pending} /> : null;
}

function Pending({ order, scope, settled, onDecided, aside, revision }: Props & { readonly revision: Revision }) {
  const { number, operation, compensation } = revision;
  const approval = useCommand('revision.approve');
  const rejection = useCommand('revision.reject');
  const isAllowed = useAllowed();
  const person = useSession()?.person?.id;
  const [picks, setPicks] = useState<Picks>({});
  const [declining, setDeclining] = useState(false);
  const [all, setAll] = useState(false);
  const cameFrom = useRef<Element | null>(null);
  const about = { orderId: order.id, seen: order.version, revision: number };
  const busy = approval.pending || rejection.pending;

  const canDecide = (allowed: boolean): true | string =>
    settled ? allowed || t('revision.noDecide.approve') : t('approvals.settling');
  const canApprove = (): true | string => {
    const decide = canDecide(isAllowed('order.approve'));
    if (decide !== true) return decide;
    if (order.approval.twoPeople && revision.requestedBy === person) return t('revision.noDecide.own');
    return picksComplete(compensation.needsAttention, picks) || t('revision.noDecide.pick');
  };

  function tell(decision: 'approved' | 'declined'): void {
    notifications.show({
      id: `decided-${order.id}`,
      title: t(`revision.${decision}`, { number, order: order.number }),
      message: t(`revision.${decision}Text`),
      withBorder: true,
    });
    onDecided?.();
  }

  async function approve(): Promise<void> {
    const chosen = compensation.needsAttention.map(({ line }) => ({ line, giveUp: [...(picks[line] ?? [])] }));
    const { ok } = await approval.run({ ...about, ...(chosen.length > 0 && { picks: chosen }) });
    if (ok) tell('approved');
  }

  async function decline(text: string): Promise<boolean> {
    const { ok } = await rejection.run({ ...about, text });
    if (ok) tell('declined');
    return ok;
  }

  const actions = {
    approve: {
      id: 'approveRevision',
      label: operation === 'update' ? 'revision.approve' : 'revision.approveCancel',
      keys: 'a',
      isEnabled: canApprove,
      run: () => void approve(),
    },
    decline: {
      id: 'declineRevision',
      label: operation === 'update' ? 'revision.decline' : 'revision.declineCancel',
      keys: 'd',
      isEnabled: () => canDecide(isAllowed('order.approve') || isAllowed('order.reject')),
      run: () => {
        cameFrom.current = document.activeElement;
        setDeclining(true);
      },
    },
  } as const satisfies Record<string, Action>;
  const toggleAll: Action = {
    id: 'revisionAll',
    label: all ? 'revision.menu.changedOnly' : 'revision.menu.all',
    keys: 'Ctrl+D',
    run: () => setAll(!all),
  };
  useActions(scope, busy ? [toggleAll] : [...Object.values(actions), toggleAll]);
  const enabled = canApprove();

  return (
    <article className={classes.pending} aria-label={t(`revision.pending.title.${operation}`, { number })}>
      <section className={classes.bar} aria-label={t('revision.pending.bar', { number })}>
        <h3 className={classes.title}>{t(`revision.pending.title.${operation}`, { number })}</h3>
        <div className={classes.buttons}>
          <ActionButton action={actions.approve} variant="filled" />
          <ActionButton action={actions.decline} />
          <ActionButton action={toggleAll} variant="subtle" />
          {aside && <span className={classes.aside}>{aside}</span>}
        </div>
        {enabled !== true && <p className={classes.blocked}>{enabled}</p>}
        {declining && (
          <DeclineChange
            orderId={order.id}
            number={number}
            pending={rejection.pending}
            onDecline={decline}
            onCancel={() => {
              setDeclining(false);
              if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
            }}
          />
        )}
      </section>
      <div className={classes.body}>
        <PicksForm
          wanted={compensation.needsAttention}
          picks={picks}
          onPick={(line, giveUp) => setPicks({ ...picks, [line]: giveUp })}
          disabled={!isAllowed('order.approve')}
        />
        <RevisionView revision={revision} all={all} />
      </div>
    </article>
  );
}
