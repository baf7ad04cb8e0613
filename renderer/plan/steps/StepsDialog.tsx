/** Before something is done to the marked steps: to how many it can be done, why not to the others, and what has to be said for it (ux.md G7). */
import { Button, TextInput } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import type { StepDeed, StepDeedType, StepItem } from '../../../preload/contract/batch.ts';
import type { Output } from '../../../preload/contract/contract.ts';
import { ProblemState } from '../../Answer.tsx';
import { SAFE_FROM, TYPE_FROM } from '../../batch/howMany.ts';
import { LeftOut } from '../../batch/LeftOut.tsx';
import { usePreflight } from '../../batch/usePreflight.ts';
import { useDesk } from '../../DeskProvider.tsx';
import { useNames } from '../../people.ts';
import { hashOf } from '../../route.ts';
import { useDraft } from '../../tasks/drafts.ts';
import { othersOf } from '../../tasks/peopleOptions.ts';
import { Bar } from '../../ui/Bar.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import type { Problem } from '../../words/refusalWords.ts';
import { t } from '../../words/words.ts';
import { StepFields } from './StepFields.tsx';
import { deedOf, emptyStepForm, handsIn } from './stepForm.ts';
import { reasonFor, standingOf } from './stepWhy.ts';
import classes from '../../batch/Batch.module.css';

type Props = {
  readonly type: StepDeedType;
  readonly items: readonly StepItem[];
  readonly pending: boolean;
  /** True when it was begun. */
  readonly onRun: (deed: StepDeed, items: readonly StepItem[]) => Promise<boolean>;
  readonly onClose: () => void;
};

type Excluded = Output<'steps.preflight'>['excluded'];

export function StepsDialog({ type, items, pending, onRun, onClose }: Props) {
  const [form, keep, drop] = useDraft(`steps/${type}`, emptyStepForm);
  const [typed, setTyped] = useState('');
  const [tries, setTries] = useState(0);
  const [hurried, setHurried] = useState<number | null>(null);
  const element = useRef<HTMLFormElement>(null);
  const look = useLook(type, items, type === 'assign' || type === 'escalate' ? form.whom : null);
  const { ready, held, isDone } = look;
  const count = ready.length;
  const mustType = count >= TYPE_FROM;
  const isCounted = !mustType || typed.trim() === String(count);
  const isSafeFirst = type === 'resume' && items.length >= SAFE_FROM;

  useEffect(() => {
    if (tries > 0) element.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);

  async function begin(): Promise<void> {
    const deed = deedOf(type, form, held);
    if (deed === undefined || !isCounted || count === 0) return;
    if (await onRun(deed, ready)) drop();
  }
  const latest = useRef(begin);
  latest.current = begin;

  // Asked for while it is still looked at: it begins when that confirms the number on the button.
  useEffect(() => {
    if (hurried === null || !isDone) return;
    setHurried(null);
    if (hurried === count) void latest.current();
  }, [hurried, isDone, count]);

  function send(event: FormEvent | KeyboardEvent): void {
    event.preventDefault();
    setTries(before => before + 1);
    if (isDone) void begin();
    else setHurried(count);
  }

  return (
    <Dialog title={t('steps.before.title', { deed: type, count: items.length })} size="lg" onClose={onClose}>
      <form
        ref={element}
        className={classes.body}
        noValidate
        onSubmit={send}
        onKeyDown={event => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(event);
        }}
      >
        <p className={classes.quiet}>{t(`steps.before.about.${type}`)}</p>
        <Looked type={type} look={look} total={items.length} />
        {type === 'skip' && held > 0 && <p className={classes.quiet}>{t('steps.before.heldToo', { count: held })}</p>}
        <StepFields deed={type} form={form} onChange={keep} held={held} tried={tries > 0} />
        {isDone && mustType && (
          <TextInput
            label={t('steps.before.typeCount', { count: String(count) })}
            value={typed}
            onChange={event => setTyped(event.currentTarget.value)}
            error={tries > 0 && !isCounted && t('steps.before.typeCountMissing')}
            inputMode="numeric"
          />
        )}
        <div className={classes.buttons}>
          <Button variant="default" size="sm" {...(isSafeFirst && { 'data-autofocus': true })} onClick={onClose}>
            {t('steps.before.cancel')}
          </Button>
          <Button
            type="submit"
            size="sm"
            loading={pending || hurried !== null}
            aria-keyshortcuts="Control+Enter"
            data-disabled={count === 0}
            aria-disabled={count === 0}
            {...(count === 0 && isDone && { title: t('steps.before.nothing') })}
            {...(type === 'resume' && !isSafeFirst && { 'data-autofocus': true })}
          >
            {t('steps.before.do', { deed: type, count })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

type Look = {
  readonly ready: readonly StepItem[];
  readonly excluded: Excluded;
  /** How many of those that are ready a fallout holds. */
  readonly held: number;
  readonly lookedAt: number;
  readonly isDone: boolean;
  readonly problem: Problem | undefined;
  readonly again: () => void;
};

/** Every step is asked about, and again when somebody else is to have them. */
function useLook(type: StepDeedType, items: readonly StepItem[], whom: string | null): Look {
  const desk = useDesk();
  const ask = useCallback(
    (slice: StepItem[]) => {
      const [hands, to] = type === 'escalate' ? [undefined, othersOf(whom)] : [handsIn({ whom }), undefined];
      return desk.call('steps.preflight', {
        deed: type,
        items: slice,
        ...(hands && { hands }),
        ...(to && { to: { ...to } }),
      });
    },
    [desk, type, whom],
  );
  const { found, ...rest } = usePreflight(items, ask);
  const excluded = useMemo(() => found.flatMap(slice => slice.excluded), [found]);
  const held = found.reduce((sum, slice) => sum + slice.held, 0);
  const ready = useMemo(() => {
    const out = new Set(excluded.map(keyOf));
    return items.filter(item => !out.has(keyOf(item)));
  }, [items, excluded]);
  return { ready, excluded, held, ...rest };
}

const keyOf = ({ orderId, task }: Pick<StepItem, 'orderId' | 'task'>): string => `${orderId}/${task}`;

type LookedProps = { readonly type: StepDeedType; readonly look: Look; readonly total: number };

function Looked({ type, look, total }: LookedProps) {
  const names = useNames();
  const { ready, excluded, lookedAt, isDone, problem, again } = look;
  if (problem) return <ProblemState problem={problem} onRetry={again} />;
  if (!isDone) {
    const text = t('steps.before.lookedAt', { done: lookedAt, total });
    return <Bar label={t('steps.before.looking')} text={text} done={lookedAt} total={total} />;
  }
  const problemOf = ({ refusal }: Excluded[number]): Problem => refusal as unknown as Problem;
  const rows = excluded.map(one => ({
    key: keyOf(one),
    href: hashOf({ screen: 'tasks', orderId: one.orderId, task: one.task }),
    number: one.number,
    name: one.title,
    why: reasonFor(problemOf(one), type, names),
  }));
  const head = [t('steps.before.step'), t('steps.before.name'), t('steps.before.reason')] as const;
  return (
    <>
      <p className={classes.ready} role="status">
        {standingOf(type, ready.length, excluded.map(problemOf))}
      </p>
      {rows.length > 0 && <LeftOut label={t('steps.before.excluded')} head={head} area="steps" rows={rows} />}
    </>
  );
}
