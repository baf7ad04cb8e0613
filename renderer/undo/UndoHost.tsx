/** Takes back what the person did last: Ctrl+Z, the palette, and a toast after each deed; why not is said in words. */
import { VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useActions } from '../actions/registry.ts';
import { useCommand } from '../calls.ts';
import { useDesk } from '../DeskProvider.tsx';
import { useSession } from '../people.ts';
import type { Output } from '../../preload/contract/contract.ts';
import { t } from '../words/words.ts';
import { useLastDeed, useUndoStack, type Deed } from './undoStack.ts';
import { UndoToast } from './UndoToast.tsx';

/** What stays on the stack after a failed undo: it never came to a decision. */
const undecided: ReadonlySet<string> = new Set(['Unreachable', 'Internal', 'NobodyChosen']);

const toastOf = (deed: Deed): string => `undo-${deed.action}`;

export function UndoHost() {
  const stack = useUndoStack();
  const last = useLastDeed();
  const { run, pending } = useCommand('order.undo');
  const numberOf = useTaskNumbers();
  const person = useSession()?.person?.id;
  const shown = useRef<Deed | null>(null);
  const [said, setSaid] = useState('');

  const hide = useCallback(() => {
    if (shown.current !== null) notifications.hide(toastOf(shown.current));
    shown.current = null;
  }, []);

  const undo = useCallback(
    async (deed: Deed) => {
      hide();
      const reply = await run({ orderId: deed.orderId, action: deed.action });
      if (!reply.ok && undecided.has(reply.error.code)) return;
      stack.drop(deed.action, reply.ok);
      if (!reply.ok) return;
      const text = t(`undo.back.${deed.kind}`, { number: await numberOf(deed) });
      setSaid(text);
      notifications.show({
        id: `undone-${deed.action}`,
        message: text,
        color: 'gray',
        role: 'group',
        withBorder: true,
      });
    },
    [hide, run, stack, numberOf],
  );

  useEffect(
    () =>
      stack.listen({
        onDone: deed => {
          hide();
          // What is saved in a form is said beside the form, where Ctrl+Z is about the text.
          if (deed.kind === 'task.recordValues') return;
          void numberOf(deed).then(number => {
            if (stack.deeds()[0] !== deed) return;
            hide();
            shown.current = deed;
            const text = t(`undo.done.${deed.kind}`, { number });
            setSaid(text);
            const message = <UndoToast text={text} onUndo={() => void undo(deed)} onGone={hide} />;
            notifications.show({ ...card, id: toastOf(deed), message });
          });
        },
      }),
    [stack, hide, numberOf, undo],
  );

  // Somebody else at the desk has nothing of their own to take back yet.
  const sat = useRef(person);
  useEffect(() => {
    if (sat.current !== undefined && sat.current !== person) {
      stack.clear();
      hide();
    }
    sat.current = person;
  }, [person, stack, hide]);

  useActions('global', [
    {
      id: 'undo',
      label: 'undo.action.undo',
      keys: 'Ctrl+Z',
      notWhileTyping: true,
      isEnabled: () => (last === undefined ? t('undo.nothing') : !pending || t('undo.busy')),
      run: () => {
        if (last !== undefined) void undo(last);
      },
    },
  ]);

  return (
    <VisuallyHidden role="status" aria-live="polite">
      {said}
    </VisuallyHidden>
  );
}

/** What happens is said by the live region of the host; the card is only to be seen and pressed. */
const card = {
  role: 'group',
  'aria-label': t('undo.toast.label'),
  'data-undo': '',
  autoClose: false,
  color: 'gray',
  withBorder: true,
} as const;

/** The human number of a task: from what is on the screen, else asked for. */
function useTaskNumbers(): (deed: Deed) => Promise<string> {
  const client = useQueryClient();
  const desk = useDesk();
  return useCallback(
    async ({ orderId, task }) => {
      const input = { orderId, task };
      const known = client.getQueryData<Output<'task.get'>>(['task.get', input]);
      if (known) return known.number;
      const reply = await desk.call('task.get', input);
      return reply.ok ? reply.value.number : t('undo.task');
    },
    [client, desk],
  );
}
