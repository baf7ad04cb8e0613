/** Approves now and lets the work start by itself at a moment to come, or at once where somebody wished for later (features A7, A8). */
import { Button, Popover } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useCall } from '../calls.ts';
import { MomentInput } from '../ui/MomentInput.tsx';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { isoOf, localInput } from './localInput.ts';
import { lateWords } from './LookAhead.tsx';
import classes from './DecisionBar.module.css';

type Props = {
  readonly order: Pick<Order, 'id' | 'number' | 'requestedStart' | 'requestedCompletion' | 'approval'>;
  readonly opened: boolean;
  readonly whyNot: true | string;
  readonly pending: boolean;
  readonly onOpen: (opened: boolean) => void;
  /** Answers whether it was approved. */
  readonly onApprove: (startAt: string | null) => Promise<boolean>;
};

export function ApproveLater({ order, opened, whyNot, pending, onOpen, onApprove }: Props) {
  const off = whyNot !== true;
  return (
    <Popover opened={opened && !off} onChange={onOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="sm"
          variant="default"
          data-disabled={off}
          aria-disabled={off}
          {...(off && { title: whyNot })}
          onClick={() => !off && onOpen(!opened)}
        >
          {t('approvals.approveLater')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('approvals.later.title', { number: order.number })}>
        <StartForm
          order={order}
          suggested={order.approval.startAt ?? order.requestedStart}
          wished={order.approval.startAt !== null}
          isFirst={order.approval.twoPeople && order.approval.endorsedBy.length === 0}
          pending={pending}
          onApprove={async startAt => {
            if (await onApprove(startAt)) onOpen(false);
          }}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

const isToCome = (at: string | null): at is string => at !== null && Date.parse(at) > Date.now();

type FormProps = Pick<Props, 'order'> & {
  /** The start that the first of two people wished, else the one that was asked for. */
  readonly suggested: string | null;
  /** It is a wish of the first person, which the second may set aside. */
  readonly wished: boolean;
  readonly isFirst: boolean;
  readonly pending: boolean;
  readonly onApprove: (startAt: string | null) => Promise<void>;
};

/** Begins with the start that is suggested, when that is still to come. */
function StartForm({ order, suggested, wished, isFirst, pending, onApprove }: FormProps) {
  const [local, setLocal] = useState(() => (isToCome(suggested) ? localInput(suggested) : ''));
  const [passed, setPassed] = useState(false);

  function send(event: FormEvent): void {
    event.preventDefault();
    const startAt = isoOf(local);
    const comes = isToCome(startAt);
    setPassed(!comes);
    if (comes) void onApprove(startAt);
  }

  return (
    <form className={classes.later} noValidate onSubmit={send}>
      <MomentInput
        label={t('approvals.later.at')}
        description={t(isFirst ? 'approvals.later.hintFirst' : 'approvals.later.hint')}
        value={local}
        onChange={event => setLocal(event.currentTarget.value)}
        error={passed && t('approvals.later.past')}
        data-autofocus
        required
      />
      <LaterEnd order={order} startAt={isoOf(local)} />
      <Button type="submit" size="sm" loading={pending}>
        {t('approvals.later.do')}
      </Button>
      {wished && (
        <Button size="sm" variant="default" disabled={pending} onClick={() => void onApprove(null)}>
          {t('approvals.later.atOnce')}
        </Button>
      )}
    </form>
  );
}

type EndProps = Pick<Props, 'order'> & { readonly startAt: string | null };

/** When the work would end that starts then, worked out and not kept (features A7, X2). */
function LaterEnd({ order, startAt }: EndProps) {
  const start = isToCome(startAt) ? startAt : null;
  const about = { orderId: order.id, asApproved: true, ...(start !== null && { startAt: start }) };
  const { value, problem } = useCall('plan.outlook', about, { enabled: start !== null });
  const end = start === null || problem ? null : (value?.estimatedEnd ?? value?.plannedEnd ?? null);
  return (
    <p className={classes.laterEnd} role="status">
      {end !== null && (
        <>
          {t('approvals.later.ends', { time: timeOf(end) })}{' '}
          <strong className={classes.warned}>{lateWords(order, end)}</strong>
        </>
      )}
    </p>
  );
}
