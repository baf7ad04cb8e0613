/** The policy a person is changing: kept beside the one that holds until it is saved or discarded. */
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { Policy } from '../../preload/contract/policy.ts';
import { useAsk, useCall } from '../calls.ts';
import { t } from '../words/words.ts';

export type PolicyDraft = {
  readonly policy: Policy;
  readonly isChanged: boolean;
  readonly pending: boolean;
  readonly change: (parts: Partial<Policy>) => void;
  readonly save: () => Promise<void>;
  readonly discard: () => void;
};

/** Undefined until the policy is known. */
export function usePolicyDraft(): PolicyDraft | undefined {
  const held = useCall('policy.get', {});
  const { ask, pending } = useAsk();
  const [changes, setChanges] = useState<Partial<Policy>>({});
  if (held.value === undefined) return undefined;
  const policy = { ...held.value.policy, ...changes };
  const { version } = held.value;
  return {
    policy,
    pending,
    isChanged: Object.keys(changes).length > 0,
    change: parts => setChanges(before => ({ ...before, ...parts })),
    discard: () => setChanges({}),
    save: async () => {
      const reply = await ask('policy.set', { policy, version });
      if (!reply.ok) {
        if (reply.error.code === 'PolicyChanged') held.reload();
        return;
      }
      held.reload();
      setChanges({});
      notifications.show({ title: t('policy.saved'), message: t('policy.savedText'), withBorder: true });
    },
  };
}
