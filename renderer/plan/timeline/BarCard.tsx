/** What a bar means in words, beside the pointer; Escape puts it away, and the pointer may move onto it (WCAG 1.4.13). */
import { Portal } from '@mantine/core';
import { useEffect, useRef, useState, type RefObject } from 'react';
import type { PlanNode } from '../../../preload/contract/plan.ts';
import type { Names } from '../../names.ts';
import { useNames } from '../../people.ts';
import { State } from '../../State.tsx';
import { EscalatedMark, escalatedTo } from '../../tasks/Escalated.tsx';
import { timeOf } from '../../words/format.ts';
import { t } from '../../words/words.ts';
import { JeopardyMark } from '../JeopardyMark.tsx';
import { ownerOf } from '../partState.ts';
import { proposedWords } from '../ProposedEnd.tsx';
import { expectedWords, lateWords } from '../scheduleWords.ts';
import { whyMore, whySentence, whyShort } from '../whyWords.ts';
import classes from './BarCard.module.css';

type Props = {
  readonly viewport: RefObject<HTMLDivElement | null>;
  readonly find: (key: string) => PlanNode | undefined;
};

type Place = { readonly left: number } & ({ readonly top: number } | { readonly bottom: number });
type Shown = { readonly key: string; readonly place: Place };

const SHOW_MS = 250;
const HIDE_MS = 160;
const WIDTH_PX = 300;
/** Few cards are higher than this. */
const HEIGHT_PX = 340;

export function BarCard({ viewport, find }: Props) {
  const [shown, setShown] = useState<Shown | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  useEffect(() => {
    const element = viewport.current;
    if (!element) return undefined;
    const later = (next: Shown | null, ms: number): void => {
      clearTimeout(timer.current);
      timer.current = setTimeout(() => setShown(next), ms);
    };
    const now = (): void => {
      clearTimeout(timer.current);
      setShown(null);
    };
    function onOver(event: PointerEvent): void {
      const bar = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-bar]') : null;
      const key = bar?.closest<HTMLElement>('[data-part]')?.dataset['part'];
      if (!bar || !key) {
        later(null, HIDE_MS);
        return;
      }
      later({ key, place: placeBeside(event.clientX, bar.getBoundingClientRect()) }, SHOW_MS);
    }
    const onLeave = (): void => later(null, HIDE_MS);
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') now();
    };
    element.addEventListener('pointerover', onOver);
    element.addEventListener('pointerleave', onLeave);
    element.addEventListener('scroll', now);
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(timer.current);
      element.removeEventListener('pointerover', onOver);
      element.removeEventListener('pointerleave', onLeave);
      element.removeEventListener('scroll', now);
      window.removeEventListener('keydown', onKey);
    };
  }, [viewport]);

  const names = useNames();
  const node = shown && find(shown.key);
  if (!shown || !node) return null;
  return (
    <Portal>
      <div
        role="tooltip"
        className={classes.card}
        style={{ ...shown.place, width: WIDTH_PX }}
        onPointerEnter={() => clearTimeout(timer.current)}
        onPointerLeave={() => setShown(null)}
      >
        <p className={classes.title}>{node.title}</p>
        <p className={classes.line}>
          <State of={ownerOf(node.kind)} state={node.state} />
          <JeopardyMark level={node.jeopardy} share={node.slaShare} />
        </p>
        <dl className={classes.dates}>
          {datesOf(node).map(({ name, value }) => (
            <div key={name} className={classes.date}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        {node.waiting && (
          <p className={classes.why}>
            {[whySentence(node.waiting), whyShort(node.waiting), ...whyMore(node.waiting)].join(' ')}
          </p>
        )}
        {node.proposedEnd && <p className={classes.why}>{proposedSentence(node.proposedEnd, names)}</p>}
        {node.escalation && (
          <p className={classes.why}>
            <EscalatedMark to={escalatedTo(node.escalation.to, names)} />
          </p>
        )}
        {node.critical && node.actualEnd === null && <p className={classes.why}>{t('plan.mark.critical')}</p>}
      </div>
    </Portal>
  );
}

/** Below the bar, or above it where there is no room below; either way the bar stays in sight. */
function placeBeside(x: number, bar: DOMRect): Place {
  const left = Math.max(8, Math.min(x - 24, window.innerWidth - WIDTH_PX - 8));
  const below = bar.bottom + 4;
  const hasRoomBelow = below + HEIGHT_PX <= window.innerHeight || below < window.innerHeight / 2;
  return hasRoomBelow ? { left, top: below } : { left, bottom: window.innerHeight - bar.top + 4 };
}

/** The date and whose it is, as a sentence of its own. */
const proposedSentence = (proposed: NonNullable<PlanNode['proposedEnd']>, names: Names): string =>
  t('plan.timeline.proposedEnd', { time: timeOf(proposed.end), words: proposedWords(proposed, names) });

type Dated = { readonly name: string; readonly value: string };

function datesOf(node: PlanNode): readonly Dated[] {
  const span = (start: string | null, end: string | null): string =>
    start === null
      ? end === null
        ? ''
        : timeOf(end)
      : end === null
        ? t('plan.timeline.since', { start: timeOf(start) })
        : t('plan.timeline.span', { start: timeOf(start), end: timeOf(end) });
  const end = node.actualEnd ?? node.estimatedEnd;
  const late = end === null || node.baselineEnd === null ? null : lateWords(end, node.baselineEnd);
  const rows: Dated[] = [
    { name: t('plan.timeline.planned'), value: span(node.plannedStart, node.plannedEnd) },
    { name: t('plan.timeline.actual'), value: span(node.actualStart, node.actualEnd) },
    {
      name: t('plan.timeline.expected'),
      value:
        node.actualEnd !== null || node.estimatedEnd === null
          ? ''
          : expectedWords(timeOf(node.estimatedEnd), node.atEarliest),
    },
    {
      name: t('plan.timeline.baseline'),
      value: node.baselineEnd === null ? '' : [timeOf(node.baselineEnd), late && `(${late})`].filter(Boolean).join(' '),
    },
  ];
  return rows.filter(({ value }) => value !== '');
}
