/** What can be decided about an order in its state, with the keys; what cannot says why. */
import { Button } from '@mantine/core';
import { useRef, useState, type ReactNode } from 'react';
import { useActions, type Action, type ActionScope } from '../actions/registry.ts';
import { useAllowed, useNames } from '../people.ts';
import { KeyHint } from '../ui/KeyHint.tsx';
import { timeOf } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { blockingChecks, checkName, failedChecks } from './checkWords.ts';
import { DeclineForm } from './DeclineForm.tsx';
import { useDecisions, type Decision } from './useDecisions.ts';
import classes from './DecisionBar.module.css';

type Props = {
  readonly order: Order;
  readonly scope: ActionScope;
  /** False while the order shown is not the one the person has moved to. */
  readonly settled: boolean;
  readonly onDecided: (decision: Decision, orderId: string) => void;
  readonly aside?: ReactNode;
};

export function DecisionBar({ order, scope, settled, onDecided, aside }: Props) {
  const [declining, setDeclining] = useState<string | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const isAllowed = useAllowed();
  const decisions = useDecisions(order, onDecided);
  const { state } = order;
  const blocking = blockingChecks(order.checks);
  const isDeclining = declining === order.id && state === 'new';

  const whyNot = (allowed: boolean, otherwise: string): true | string => {
    if (!settled) return t('approvals.settling');
    return allowed || otherwise;
  };
  const canApprove = (): true | string =>
    blocking.length > 0
      ? t('approvals.blocked', { checks: blocking.map(checkName).join('; ') })
      : whyNot(isAllowed('order.approve'), t('approvals.noApprove'));
  const canDecline = (): true | string => whyNot(isAllowed('order.reject'), t('approvals.noDecline'));
  const canCorrect = (): true | string => whyNot(isAllowed('order.correct'), t('approvals.noCorrect'));

  const offered: { readonly [S in Order['state']]?: readonly Action[] } = {
    new: [
      {
        id: 'approve',
        label: 'approvals.action.approve',
        keys: 'a',
        isEnabled: canApprove,
        run: () => void decisions.approve(),
      },
      {
        id: 'decline',
        label: 'approvals.action.decline',
        keys: 'd',
        isEnabled: canDecline,
        run: () => {
          cameFrom.current = document.activeElement;
          setDeclining(order.id);
        },
      },
    ],
    rejected: [
      {
        id: 'reopen',
        label: 'approvals.action.reopen',
        keys: 'r',
        isEnabled: canCorrect,
        run: () => void decisions.reopen(),
      },
    ],
    draft: [
      {
        id: 'submit',
        label: 'approvals.action.submit',
        keys: 's',
        isEnabled: canCorrect,
        run: () => void decisions.submit(),
      },
    ],
  };
  const actions = offered[state] ?? [];
  useActions(scope, decisions.pending ? [] : actions);

  return (
    <section className={classes.bar} aria-label={t('approvals.bar.label', { number: order.number })}>
      <div className={classes.buttons}>
        {actions.map((action, index) => (
          <DecisionButton key={action.id} action={action} main={index === 0} busy={decisions.pending} />
        ))}
        <span className={classes.aside}>{aside}</span>
        <DecisionText order={order} canApprove={canApprove} />
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
  reopen: 'approvals.reopen',
  submit: 'approvals.submit',
} as const;

type ButtonProps = { readonly action: Action; readonly main: boolean; readonly busy: boolean };

/** Never really disabled, because a disabled button loses the focus and cannot say why. */
function DecisionButton({ action, main, busy }: ButtonProps) {
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
      {t(buttonWords[action.id as keyof typeof buttonWords])}
    </Button>
  );
}

type TextProps = { readonly order: Order; readonly canApprove: () => true | string };

/** One line beside the buttons: why it cannot be approved, what to look at first, or what was decided. */
function DecisionText({ order, canApprove }: TextProps) {
  const names = useNames();
  const last = order.decisions.at(-1);
  if (order.state === 'new') {
    const enabled = canApprove();
    if (enabled !== true) return <p className={classes.blocked}>{enabled}</p>;
    const count = failedChecks(order.checks).length;
    return count > 0 ? <p className={classes.warned}>{t('approvals.warned', { count })}</p> : null;
  }
  if (!last) return null;
  const values = { name: names.person(last.by), at: timeOf(last.at) };
  if (last.verdict === 'approved') return <p className={classes.decided}>{t('approvals.decided.approved', values)}</p>;
  const reason = [last.reasonCode && word('codes.rejectionReason', last.reasonCode), last.text];
  return (
    <p className={classes.decided}>
      {t('approvals.decided.rejected', { ...values, reason: reason.filter(Boolean).join(' — ') })}
    </p>
  );
}
