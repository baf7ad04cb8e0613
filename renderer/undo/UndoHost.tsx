/** Takes back what the person did last: Ctrl+Z, the palette, and a toast after each deed; why not, and what to do instead, is said in words. */
import { VisuallyHidden } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useCallback, useEffect, useRef, useState } from 'react';
import { afterFrame } from '../afterFrame.ts';
import { useActions } from '../actions/registry.ts';
import { useCommand } from '../calls.ts';
import { useSession } from '../people.ts';
import { t } from '../words/words.ts';
import { StepsTakenBack } from './StepsTakenBack.tsx';
import { UndoToast } from './UndoToast.tsx';
import { useDeedWords } from './useDeedWords.ts';
import { useUndoStack, type Deed, type LastingDeed, type ReversibleDeed } from './undoStack.ts';

/** What stays on the stack after a failed undo: it never came to a decision. */
const undecided: ReadonlySet<string> = new Set(['Unreachable', 'Internal', 'NobodyChosen']);

const toastOf = (deed: Deed): string => `undo-${deed.action}`;

export function UndoHost() {
  const stack = useUndoStack();
  const one = useCommand('order.undo');
  const many = useCommand('steps.undo');
  const { numberOf, didOf } = useDeedWords();
  const person = useSession()?.person?.id;
  const shown = useRef<Deed | null>(null);
  /** What is being taken back is no longer offered to be. */
  const leaving = useRef<Deed | null>(null);
  const isWaiting = useRef(false);
  const [said, setSaid] = useState('');
  const [followed, setFollowed] = useState<string | null>(null);

  const hide = useCallback(() => {
    if (shown.current !== null) notifications.hide(toastOf(shown.current));
    shown.current = null;
  }, []);

  const say = useCallback((id: string, text: string) => {
    setSaid(text);
    notifications.show({ id: `undone-${id}`, message: text, color: 'gray', role: 'group', withBorder: true });
  }, []);

  const { run: undoOne } = one;
  const { run: undoMany } = many;
  const undo = useCallback(
    async (deed: ReversibleDeed) => {
      hide();
      leaving.current = deed;
      const { action } = deed;
      const reply =
        deed.way === 'task' ? await undoOne({ orderId: deed.orderId, action }) : await undoMany({ jobId: action });
      leaving.current = null;
      if (!reply.ok && (undecided.has(reply.error.code) || isUnderWay(reply.error))) return;
      stack.drop(action, reply.ok);
      if (!reply.ok) return;
      if (deed.way === 'task') return say(action, t(`undo.back.${deed.kind}`, { number: await numberOf(deed) }));
      say(action, t('undo.back.steps.under', { count: deed.count }));
      if ('jobId' in reply.value) setFollowed(reply.value.jobId);
    },
    [hide, undoOne, undoMany, stack, numberOf, say],
  );

  /** What was done last stays; what is older is taken back only when it is asked for again, with this on the screen. */
  const explain = useCallback(
    async (deed: LastingDeed) => {
      const older = olderThan(deed, stack.deeds());
      const [text, before] = await Promise.all([didOf(deed), older && didOf(older)]);
      if (stack.deeds()[0] !== deed) return;
      hide();
      shown.current = deed;
      const detail = [
        t(`undo.instead.${deed.kind}`),
        ...(before === undefined ? [] : [t('undo.lasting.older', { what: before })]),
      ];
      setSaid(`${text}. ${detail.join(' ')}`);
      const undoOlder = older && { label: t('undo.lasting.undoOlder'), run: () => void undo(older) };
      const message = <UndoToast text={text} detail={detail} onGone={hide} {...(undoOlder && { undo: undoOlder })} />;
      notifications.show({ ...card, 'aria-label': t('undo.lasting.label'), id: toastOf(deed), message });
    },
    [stack, didOf, hide, undo],
  );

  /** What the person has just asked for is what they did last, even while its answer is on the way. */
  async function takeBack(): Promise<void> {
    isWaiting.current = true;
    await stack.settled();
    isWaiting.current = false;
    const [last] = stack.deeds();
    if (last === undefined) return;
    if (last.way !== 'lasting') return undo(last);
    const older = shown.current === last ? olderThan(last, stack.deeds()) : undefined;
    return older === undefined ? explain(last) : undo(older);
  }

  const offer = useCallback(
    (deed: ReversibleDeed, text: string) => {
      if (stack.deeds()[0] !== deed || leaving.current === deed) return;
      hide();
      shown.current = deed;
      setSaid(text);
      const message = <UndoToast text={text} undo={{ run: () => void undo(deed) }} onGone={hide} />;
      notifications.show({ ...card, id: toastOf(deed), message });
    },
    [stack, hide, undo],
  );

  useEffect(
    () =>
      stack.listen({
        // What came of it is seen first, then that it can be taken back.
        onDone: deed =>
          afterFrame(() => {
            // Ctrl+Z may have been quicker, and its answer stays.
            if (stack.deeds()[0] !== deed || shown.current === deed || leaving.current === deed) return;
            hide();
            // What is saved in a form is said beside the form, where Ctrl+Z is about the text; a batch has its results.
            if (deed.way !== 'task' || deed.kind === 'task.recordValues') return;
            void didOf(deed).then(text => offer(deed, text));
          }),
      }),
    [stack, hide, didOf, offer],
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

  const isPending = one.pending || many.pending;
  useActions('global', [
    {
      id: 'undo',
      label: 'undo.action.undo',
      keys: 'Ctrl+Z',
      notWhileTyping: true,
      isEnabled: () => {
        if (isPending || isWaiting.current) return t('undo.busy');
        return stack.deeds().length > 0 || stack.isExpecting() || t('undo.nothing');
      },
      run: () => void takeBack(),
    },
  ]);

  const forget = useCallback(() => setFollowed(null), []);
  return (
    <>
      <VisuallyHidden role="status" aria-live="polite">
        {said}
      </VisuallyHidden>
      {followed && <StepsTakenBack key={followed} jobId={followed} onSaid={setSaid} onEnded={forget} />}
    </>
  );
}

/** The next deed down that can be taken back. */
function olderThan(deed: Deed, deeds: readonly Deed[]): ReversibleDeed | undefined {
  const below = deeds.slice(deeds.indexOf(deed) + 1);
  return below.find((one): one is ReversibleDeed => one.way !== 'lasting');
}

const isUnderWay = (error: { readonly code: string; readonly why?: unknown }): boolean =>
  error.code === 'CannotUndo' && error.why === 'underWay';

/** What happens is said by the live region of the host; the card is only to be seen and pressed. */
const card = {
  role: 'group',
  'aria-label': t('undo.toast.label'),
  'data-undo': '',
  autoClose: false,
  color: 'gray',
  withBorder: true,
} as const;
