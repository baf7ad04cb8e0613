/** The four decisions before work starts, each with the version the person looked at and a short word of confirmation. */
import { notifications } from '@mantine/notifications';
import { useCallback } from 'react';
import { useCommand } from '../calls.ts';
import { t } from '../words/words.ts';
import type { Order } from '../../preload/contract/order.ts';

const SHOWN_MS = 5000;

export type Decision = 'approved' | 'declined' | 'reopened' | 'submitted';

export type Decisions = {
  readonly pending: boolean;
  readonly approve: () => Promise<boolean>;
  readonly decline: (reasonCode: string, text: string) => Promise<boolean>;
  readonly reopen: () => Promise<boolean>;
  readonly submit: () => Promise<boolean>;
};

type Decided = (decision: Decision, orderId: string) => void;

export function useDecisions({ id, version, number }: Order, onDecided: Decided): Decisions {
  const approval = useCommand('order.approve');
  const rejection = useCommand('order.reject');
  const reopening = useCommand('order.reopen');
  const submission = useCommand('order.submit');
  const seen = { orderId: id, seen: version };

  const told = useCallback(
    ({ ok }: { readonly ok: boolean }, decision: Decision): boolean => {
      if (!ok) return false;
      notifications.show({
        id: `decided-${id}`,
        title: t(`approvals.${decision}`, { number }),
        message: t(`approvals.${decision}Text`),
        autoClose: SHOWN_MS,
        withBorder: true,
      });
      onDecided(decision, id);
      return true;
    },
    [id, number, onDecided],
  );

  return {
    pending: approval.pending || rejection.pending || reopening.pending || submission.pending,
    approve: async () => told(await approval.run(seen), 'approved'),
    decline: async (reasonCode, text) => told(await rejection.run({ ...seen, reasonCode, text }), 'declined'),
    reopen: async () => told(await reopening.run(seen), 'reopened'),
    submit: async () => told(await submission.run(seen), 'submitted'),
  };
}
