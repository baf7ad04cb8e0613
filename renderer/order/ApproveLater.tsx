/** Approves now and lets the work start by itself at a moment to come (features A7). */
import { Button, Popover, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';
import { isoOf, localInput } from './localInput.ts';
import classes from './DecisionBar.module.css';

type Props = {
  readonly order: Pick<Order, 'number' | 'requestedStart'>;
  readonly opened: boolean;
  readonly whyNot: true | string;
  readonly pending: boolean;
  readonly onOpen: (opened: boolean) => void;
  /** Answers whether it was approved. */
  readonly onApprove: (startAt: string) => Promise<boolean>;
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
          requestedStart={order.requestedStart}
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
  readonly requestedStart: string | null;
  readonly pending: boolean;
  readonly onApprove: (startAt: string) => Promise<void>;
};

/** Begins with the start that was asked for, when that is still to come. */
function StartForm({ requestedStart, pending, onApprove }: FormProps) {
  const [local, setLocal] = useState(() =>
    requestedStart !== null && Date.parse(requestedStart) > Date.now() ? localInput(requestedStart) : '',
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
      <TextInput
        type="datetime-local"
        label={t('approvals.later.at')}
        description={t('approvals.later.hint')}
        value={local}
        onChange={event => setLocal(event.currentTarget.value)}
        error={passed && t('approvals.later.past')}
        data-autofocus
        required
      />
      <Button type="submit" size="sm" loading={pending}>
        {t('approvals.later.do')}
      </Button>
    </form>
  );
}
