/** Says what a person did, with the number that people know it by: from what is on the screen, else asked for. */
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { CallName, Input, Output } from '../../preload/contract/contract.ts';
import { useDesk } from '../DeskProvider.tsx';
import { t } from '../words/words.ts';
import type { Deed } from './undoStack.ts';

type Numbered = 'task.get' | 'fallout.get' | 'order.get';

export type DeedWords = {
  readonly numberOf: (deed: Deed) => Promise<string>;
  /** `TASK0000421-3 completed` */
  readonly didOf: (deed: Deed) => Promise<string>;
};

export function useDeedWords(): DeedWords {
  const client = useQueryClient();
  const desk = useDesk();

  const ask = useCallback(
    async <C extends Numbered>(name: C, input: Input<C>, otherwise: string): Promise<string> => {
      const known = client.getQueryData<Output<C>>([name satisfies CallName, input]);
      if (known) return known.number;
      const reply = await desk.call(name, input);
      return reply.ok ? reply.value.number : otherwise;
    },
    [client, desk],
  );

  const numberOf = useCallback(
    (deed: Deed): Promise<string> => {
      if (deed.way === 'steps' || deed.orderId === undefined) return Promise.resolve('');
      const { orderId, task } = deed;
      if (task !== undefined) return ask('task.get', { orderId, task }, t('undo.task'));
      if (deed.way === 'lasting' && deed.fallout !== undefined) {
        return ask('fallout.get', { orderId, fallout: deed.fallout }, t('undo.fallout'));
      }
      return ask('order.get', { orderId }, t('undo.order'));
    },
    [ask],
  );

  const didOf = useCallback(
    async (deed: Deed): Promise<string> => {
      switch (deed.way) {
        case 'steps':
          return t('undo.done.steps', { deed: deed.deed, count: deed.count });
        case 'task':
          return t(`undo.done.${deed.kind}`, { number: await numberOf(deed) });
        case 'lasting':
          return t(`undo.did.${deed.kind}`, { number: await numberOf(deed), count: deed.count ?? 0 });
      }
    },
    [numberOf],
  );

  return { numberOf, didOf };
}
