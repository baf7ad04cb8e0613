/** A priority as a word with bars beside it; the two highest stand out. */
import type { Task } from '../../preload/contract/task.ts';
import { word } from '../words/words.ts';
import classes from './Priority.module.css';

const bars = { critical: 4, high: 3, moderate: 2, low: 1, planning: 0 } as const;

export function Priority({ value }: { readonly value: Task['priority'] }) {
  return (
    <span className={classes.priority} data-priority={value}>
      <svg width="14" height="12" viewBox="0 0 14 12" aria-hidden="true" focusable="false">
        {[0, 1, 2, 3].map(bar => (
          <rect
            key={bar}
            x={bar * 3.6}
            y={9 - bar * 2.6}
            width="2.4"
            height={3 + bar * 2.6}
            fill="currentColor"
            opacity={bar < bars[value] ? 1 : 0.25}
          />
        ))}
      </svg>
      {word('states.priority', value)}
    </span>
  );
}
