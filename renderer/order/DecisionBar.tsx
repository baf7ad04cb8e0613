/** What can be decided about an order in its state, with the keys; what cannot says why. */
import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useActions, type Action, type ActionScope } from '../actions/registry.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { ApproveLater } from './ApproveLater.tsx';
import { DecisionText } from './DecisionText.tsx';
import { DeclineForm } from './DeclineForm.tsx';
import { decisionId } from './fieldFocus.ts';
import { useDecisions, type Decision } from './useDecisions.ts';
import { useMayDecide } from './useMayDecide.ts';
import classes from './DecisionBar.module.css';

type Props = {
  readonly order: Order;
  readonly scope: ActionScope;
  /** False while the order shown is not the one the person has moved to. */
  readonly settled: boolean;
  readonly onDecided: (decision: Decision, orderId: string) => void;
  readonly aside?: ReactNode;
};

/** Whether there is something to decide before its work goes on. */
export const isDecidable = ({ state, startsAt }: Pick<Order, 'state' | 'startsAt'>): boolean =>
  state === 'new' || state === 'rejected' || state === 'draft' || (state === 'acknowledged' && startsAt !== null);

export function DecisionBar({ order, scope, settled, onDecided, aside }: Props) {
  const [declining, setDeclining] = useState<string | null>(null);
  const [choosingStart, setChoosingStart] = useState<string | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const decisions = useDecisions(order, onDecided);
  const may = useMayDecide(order, settled);
  const { state } = order;
  const isDeclining = declining === order.id && state === 'new';

  const approveLater: Action = {
    id: 'approveLater',
    label: 'approvals.action.approveLater',
    isEnabled: may.approve,
    run: () => setChoosingStart(order.id),
  };
  const offered: { readonly [S in Order['state']]?: readonly Action[] } = {
    new: [
      {
        id: 'approve',
        label: 'approvals.action.approve',
        keys: 'a',
        isEnabled: may.approve,
        run: () => void decisions.approve(),
      },
      {
        id: 'decline',
        label: 'approvals.action.decline',
        keys: 'd',
        isEnabled: may.decline,
        run: () => {
          cameFrom.current = document.activeElement;
          setDeclining(order.id);
        },
      },
    ],
    acknowledged: [
      {
        id: 'startNow',
        label: 'approvals.action.startNow',
        isEnabled: may.start,
        run: () => void decisions.startNow(),
      },
    ],
    rejected: [
      {
        id: 'reopen',
        label: 'approvals.action.reopen',
        keys: 'r',
        isEnabled: may.correct,
        run: () => void decisions.reopen(),
      },
    ],
    draft: [
      {
        id: 'submit',
        label: 'approvals.action.submit',
        keys: 's',
        isEnabled: may.correct,
        run: () => void decisions.submit(),
      },
    ],
  };
  const actions = offered[state] ?? [];
  useActions(scope, decisions.pending ? [] : state === 'new' ? [...actions, approveLater] : actions);

  return (
    <section
      id={decisionId(order.id)}
      tabIndex={-1}
      className={classes.bar}
      aria-label={t('approvals.bar.label', { number: order.number })}
    >
      <div className={classes.buttons}>
        {actions.map((action, index) => (
          <DecisionButton
            key={action.id}
            action={action}
            words={buttonText(action.id, order)}
            main={index === 0}
            busy={decisions.pending}
          />
        ))}
        {state === 'new' && (
          <ApproveLater
            key={order.id}
            order={order}
            opened={choosingStart === order.id}
            whyNot={may.approve()}
            pending={decisions.pending}
            onOpen={opened => setChoosingStart(opened ? order.id : null)}
            onApprove={decisions.approve}
          />
        )}
        <span className={classes.aside}>{aside}</span>
        <DecisionText order={order} whyNot={may.approve()} />
      </div>
      {isDeclining && (
        <DeclineForm
          key={order.id}
          orderId={order.id}
          number={order.number}
          pending={decisions.pending}
          onDecline={decisions.decline}
          onCancel={() => {
            setDeclining(null);
            if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
          }}
        />
      )}
    </section>
  );
}

const buttonWords = {
  approve: 'approvals.approve',
  decline: 'approvals.decline',
  startNow: 'approvals.startNow',
  reopen: 'approvals.reopen',
  submit: 'approvals.submit',
} as const;

/** With two approvals to give, the button says which one it gives, and from when the work would start by it. */
function buttonText(id: string, { approval: { twoPeople, endorsedBy, startAt } }: Order): string {
  if (id !== 'approve' || !twoPeople) return t(buttonWords[id as keyof typeof buttonWords]);
  if (endorsedBy.length === 0) return t('approvals.approveFirst');
  return startAt !== null && Date.parse(startAt) > Date.now()
    ? t('approvals.approveWished', { at: timeOf(startAt) })
    : t('approvals.approveSecond');
}

type ButtonProps = {
  readonly action: Action;
  readonly words: string;
  readonly main: boolean;
  readonly busy: boolean;
};

/** Never really disabled, because a disabled button loses the focus and cannot say why. */
function DecisionButton({ action, words, main, busy }: ButtonProps) {
  const enabled = action.isEnabled?.() ?? true;
  const off = enabled !== true;
  return (
    <Button
      size="sm"
      variant={main ? 'filled' : 'default'}
      data-disabled={off}
      aria-disabled={off || busy}
      {...(off && { title: enabled })}
      {...(action.keys && { 'aria-keyshortcuts': action.keys, rightSection: <KeyHint keys={action.keys} /> })}
      onClick={() => {
        if (!off && !busy) action.run();
      }}
    >
      {words}
    </Button>
  );
}
