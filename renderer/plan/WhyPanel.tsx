/** Answers "why does this wait?": the reason, what it waits for, who can act, and a text of it all for somebody else. */
import type { Ref } from 'react';
import type { Waiting } from '../../preload/contract/plan.ts';
import type { Names } from '../names.ts';
import { CopyButton } from '../tasks/CopyButton.tsx';
import { t } from '../words/words.ts';
import { PartLink } from './PartLink.tsx';
import { wayOutSentence, whoSentence, whyMore, whySentence } from './whyWords.ts';
import classes from './Why.module.css';

type Props = {
  /** Null when it waits for nothing. */
  readonly waiting: Waiting | null;
  readonly ended: boolean;
  readonly names: Names;
  /** Goes to a part of the plan, or to a fallout (`F1`). */
  readonly onGo: (key: string) => void;
  readonly onOpenTask?: ((key: string) => void) | undefined;
  /** Everything about it as plain text. */
  readonly text?: (() => string) | undefined;
  readonly ref?: Ref<HTMLElement>;
};

const heldCauses: readonly Waiting['cause'][] = ['fallout', 'pause', 'revision'];

export function WhyPanel({ waiting, ended, names, onGo, onOpenTask, text, ref }: Props) {
  const title = t(titleKey(waiting));
  const wayOut = waiting && wayOutSentence(waiting);
  const done = t(ended ? 'plan.why.ended' : 'plan.why.nothing');
  return (
    <section
      ref={ref}
      tabIndex={-1}
      className={classes.waits}
      data-held={(waiting && heldCauses.includes(waiting.cause)) || undefined}
      aria-label={title}
    >
      <header className={classes.head}>
        <h3 className={classes.title}>{title}</h3>
        {text !== undefined && <CopyButton labelled name={t('plan.why.copy')} text={text} />}
      </header>
      <p className={classes.text}>{waiting ? whySentence(waiting) : done}</p>
      {waiting && waiting.on.length > 0 && (
        <ul className={classes.parts}>
          {waiting.on.map(part => (
            <li key={part.key}>
              <PartLink part={part} onGo={onGo} onOpen={onOpenTask} />
            </li>
          ))}
        </ul>
      )}
      {waiting &&
        whyMore(waiting).map(sentence => (
          <p key={sentence} className={classes.text}>
            {sentence}
          </p>
        ))}
      {waiting && <p className={classes.text}>{whoSentence(waiting, names)}</p>}
      {wayOut !== null && <p className={classes.text}>{wayOut}</p>}
    </section>
  );
}

/** Something under way, or ready to be, does not wait for anything but a person. */
function titleKey(waiting: Waiting | null): 'plan.why.title' | 'plan.why.titleNext' | 'plan.why.titleDone' {
  if (waiting === null) return 'plan.why.titleDone';
  return ['claim', 'start', 'completion'].includes(waiting.cause) ? 'plan.why.titleNext' : 'plan.why.title';
}
