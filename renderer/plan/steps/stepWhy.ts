/** Why something cannot be done to steps, in a few words each: for one of them, and for how many at a time. */
import type { StepDeedType } from '../../../preload/contract/batch.ts';
import type { Names } from '../../names.ts';
import { refusalWords, type Problem } from '../../words/refusalWords.ts';
import { t } from '../../words/words.ts';

const kinds = ['ended', 'same', 'waits', 'notHeld', 'held', 'stale', 'permission', 'other'] as const;
export type WhyNot = (typeof kinds)[number];

const aboutHeld: readonly StepDeedType[] = ['resume', 'retry'];

export function whyNot(refusal: Problem, deed: StepDeedType): WhyNot {
  switch (refusal.code) {
    case 'NothingToChange':
      return 'same';
    case 'Stale':
      return 'stale';
    case 'NotPermitted':
    case 'NotYours':
      return 'permission';
    case 'WrongState':
      if (refusal.subject !== 'task') return 'other';
      if (['closedComplete', 'canceled', 'resolved'].includes(refusal.found)) return 'ended';
      if (aboutHeld.includes(deed)) return 'notHeld';
      if (deed === 'skip' && ['draft', 'scheduled'].includes(refusal.found)) return 'waits';
      return refusal.found === 'onHold' ? 'held' : 'other';
    default:
      return 'other';
  }
}

/** One sentence about one step, where the refusal's own are too general; undefined where they are not. */
export function shortReason(refusal: Problem, deed: StepDeedType): string | undefined {
  const why = whyNot(refusal, deed);
  switch (why) {
    case 'ended':
    case 'same':
    case 'waits':
    case 'notHeld':
    case 'held':
      return t(`steps.reason.${why}`, { deed });
    default:
      return undefined;
  }
}

export const reasonFor = (refusal: Problem, deed: StepDeedType, names: Names): string => {
  const { title, message } = refusalWords(refusal, names);
  return shortReason(refusal, deed) ?? `${title}. ${message}`;
};

/** `12 selected · 9 can be held · 2 have ended · 1 is held already` */
export function standingOf(deed: StepDeedType, ready: number, refusals: readonly Problem[]): string {
  const counts = new Map<WhyNot, number>();
  for (const refusal of refusals) {
    const why = whyNot(refusal, deed);
    counts.set(why, (counts.get(why) ?? 0) + 1);
  }
  return [
    t('steps.before.selected', { count: ready + refusals.length }),
    t('steps.before.ready', { count: ready, deed }),
    ...kinds.flatMap(why => {
      const count = counts.get(why);
      return count === undefined ? [] : [t(`steps.why.${why}`, { count, deed })];
    }),
  ].join(' · ');
}
