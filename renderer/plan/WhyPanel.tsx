/** Answers "why does this wait?": the reason, what it waits for, and who can act. */
import type { Ref } from 'react';
import type { Waiting } from '../../preload/contract/plan.ts';
import type { Names } from '../names.ts';
import { t } from '../words/words.ts';
import { PartLink } from './PartLink.tsx';
import { whoSentence, whySentence } from './whyWords.ts';
import classes from './WhyPanel.module.css';

type Props = {
  /** Null when it waits for nothing. */
  readonly waiting: Waiting | null;
  readonly ended: boolean;
  readonly names: Names;
  /** Goes to a part of the plan, or to a fallout (`F1`). */
  readonly onGo: (key: string) => void;
  readonly ref?: Ref<HTMLElement>;
};

export function WhyPanel({ waiting, ended, names, onGo, ref }: Props) {
  const title = t(titleKey(waiting));
  const done = t(ended ? 'plan.why.ended' : 'plan.why.nothing');
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={classes.why}
      data-held={waiting?.cause === 'fallout' || undefined}
      aria-label={title}
    >
      <h3 className={classes.title}>{title}</h3>
      <p className={classes.text}>{waiting ? whySentence(waiting) : done}</p>
      {waiting && waiting.on.length > 0 && (
        <ul className={classes.list}>
          {waiting.on.map(part => (
            <li key={part.key}>
              <PartLink part={part} onGo={onGo} />
            </li>
          ))}
        </ul>
      )}
      {waiting && <p className={classes.text}>{whoSentence(waiting, names)}</p>}
    </section>
  );
}

/** Something under way, or ready to be, does not wait for anything but a person. */
function titleKey(waiting: Waiting | null): 'plan.why.title' | 'plan.why.titleNext' | 'plan.why.titleDone' {
  if (waiting === null) return 'plan.why.titleDone';
  return ['claim', 'start', 'completion'].includes(waiting.cause) ? 'plan.why.titleNext' : 'plan.why.title';
}
