/** Approves now and lets the work start by itself at a moment to come, or at once where somebody wished for later (features A7, A8). */
import { Button, Popover } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { MomentInput } from '../ui/MomentInput.tsx';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { isoOf, localInput } from './localInput.ts';
import classes from './DecisionBar.module.css';

type Props = {
  readonly order: Pick<Order, 'number' | 'requestedStart' | 'approval'>;
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

type FormProps = {
  /** The start that the first of two people wished, else the one that was asked for. */
  readonly suggested: string | null;
  /** It is a wish of the first person, which the second may set aside. */
  readonly wished: boolean;
  readonly isFirst: boolean;
  readonly pending: boolean;
  readonly onApprove: (startAt: string | null) => Promise<void>;
};

/** Begins with the start that is suggested, when that is still to come. */
function StartForm({ suggested, wished, isFirst, pending, onApprove }: FormProps) {
  const [local, setLocal] = useState(() =>
    suggested !== null && Date.parse(suggested) > Date.now() ? localInput(suggested) : '',
  );
  const [passed, setPassed] = useState(false);

  function send(event: FormEvent): void {
    event.preventDefault();
    const startAt = isoOf(local);
    const isToCome = startAt !== null && Date.parse(startAt) > Date.now();
    setPassed(!isToCome);
    if (isToCome) void onApprove(startAt);
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
