/** The decisions before work starts, each with the version the person looked at and a short word of confirmation. */
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useCommand } from '../calls.ts';
import { timeOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import type { Reply } from '../../preload/contract/bridge.ts';
import type { Done, Order } from '../../preload/contract/order.ts';

const SHOWN_MS = 5000;

/** `endorsed`: the first of two approvals; `scheduled`: approved to start later. */
export type Decision = 'approved' | 'endorsed' | 'scheduled' | 'started' | 'declined' | 'reopened' | 'submitted';

export type Decisions = {
  readonly pending: boolean;
  /** Starts the work then; null is at once, nothing is when the first of two people wished. Answers whether it was taken. */
  readonly approve: (startAt?: string | null) => Promise<boolean>;
  readonly startNow: () => Promise<boolean>;
  readonly decline: (reasonCode: string, text: string) => Promise<boolean>;
  readonly reopen: () => Promise<boolean>;
  readonly submit: () => Promise<boolean>;
};

type Decided = (decision: Decision, orderId: string) => void;

export function useDecisions({ id, version, number, approval }: Order, onDecided: Decided): Decisions {
  const approving = useCommand('order.approve');
  const start = useCommand('order.startNow');
  const rejection = useCommand('order.reject');
  const reopening = useCommand('order.reopen');
  const submission = useCommand('order.submit');
  const seen = { orderId: id, seen: version };

  const told = useCallback(
    ({ ok }: { readonly ok: boolean }, decision: Decision, at = ''): boolean => {
      if (!ok) return false;
      // Before the words, so that both are drawn at once.
      onDecided(decision, id);
      notifications.show({
        // One of the same id that is still shown would keep the new one away.
        id: `decided-${id}-${decision}`,
        title: t(`approvals.${decision}`, { number, at }),
        message: t(`approvals.${decision}Text`),
        autoClose: SHOWN_MS,
        withBorder: true,
      });
      return true;
    },
    [id, number, onDecided],
  );

  return {
    pending: [approving, start, rejection, reopening, submission].some(({ pending }) => pending),
    approve: async startAt => {
      const reply = await approving.run({ ...seen, ...(startAt !== undefined && { startAt }) });
      const starts = startAt ?? approval.startAt;
      return told(reply, outcomeOf(reply), starts === null ? '' : timeOf(starts));
    },
    startNow: async () => told(await start.run(seen), 'started'),
    decline: async (reasonCode, text) => told(await rejection.run({ ...seen, reasonCode, text }), 'declined'),
    reopen: async () => told(await reopening.run(seen), 'reopened'),
    submit: async () => told(await submission.run(seen), 'submitted'),
  };
}

/** What an approval came to. */
function outcomeOf(reply: Reply<Done>): Decision {
  const events = reply.ok ? reply.value.events : [];
  if (events.includes('OrderApproved')) return events.includes('StartPlanned') ? 'scheduled' : 'approved';
  return events.includes('OrderEndorsed') ? 'endorsed' : 'approved';
}
