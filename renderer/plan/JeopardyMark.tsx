/** How much a part is in danger of being late: a clock, a triangle or a filled one, with its word. */
import type { ReactNode } from 'react';
import type { JeopardyLevel } from '../../preload/contract/plan.ts';
import { t } from '../words/words.ts';
import classes from './Marks.module.css';

type Props = {
  readonly level: JeopardyLevel;
  /** Share of its time limit that has passed, 1 is all of it. */
  readonly share?: number | null;
  /** Leaves the word to assistive technology, where there is no room. */
  readonly glyphOnly?: boolean;
};

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeWidth: 1.6,
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

const clock = (
  <>
    <circle cx="8" cy="8" r="6" {...line} />
    <path d="M8 4.8V8l2.2 1.5" {...line} />
  </>
);
const shapes: { readonly [L in Exclude<JeopardyLevel, 'none'>]: ReactNode } = {
  low: clock,
  medium: <path d="M8 2.2 14.2 13.4H1.8z" {...line} />,
  high: (
    <>
      <path d="M8 2.2 14.2 13.4H1.8z" {...line} />
      <path d="M8 6.4v3.2M8 11.5v.1" {...line} />
    </>
  ),
  critical: (
    <>
      <path d="M8 1.6 15 14.2H1z" fill="currentColor" />
      <path d="M8 6.4v3.4M8 12v.1" {...line} stroke="var(--desk-body)" />
    </>
  ),
};

/** Nothing while no clock runs. */
export function JeopardyMark({ level, share = null, glyphOnly = false }: Props) {
  if (level === 'none') return null;
  const word = t(`plan.jeopardy.${level}`);
  const passed = share === null ? '' : t('plan.jeopardy.share', { percent: Math.round(share * 100) });
  const title = [t('plan.jeopardy.title', { level: word }), passed].filter(Boolean).join('. ');
  return (
    <span className={classes.jeopardy} data-level={level} data-glyph={glyphOnly || undefined} title={title}>
      <svg width="14" height="14" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
        {shapes[level]}
      </svg>
      <span className={glyphOnly ? classes.hidden : undefined}>{word}</span>
    </span>
  );
}
