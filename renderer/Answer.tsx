/** Draws an answer of the app in whichever state it is: not yet there, refused, or here. */
import type { ReactNode } from 'react';
import type { CallState } from './calls.ts';
import { useNames } from './people.ts';
import { ErrorState } from './ui/ErrorState.tsx';
import { LoadingRows } from './ui/LoadingRows.tsx';
import { refusalWords, type Problem } from './words/refusalWords.ts';
import { t } from './words/words.ts';

type Props<T> = {
  readonly of: CallState<T>;
  readonly children: (value: T) => ReactNode;
};

export function Answer<T>({ of: { value, problem, reload }, children }: Props<T>) {
  if (value !== undefined) return children(value);
  if (problem) return <ProblemState problem={problem} onRetry={reload} />;
  return <LoadingRows label={t('shell.loading')} />;
}

/** A refusal or fault in the place where the answer would stand. */
export function ProblemState({ problem, onRetry }: { readonly problem: Problem; readonly onRetry: () => void }) {
  const { title, message } = refusalWords(problem, useNames());
  return <ErrorState title={title} text={message} retry={{ label: t('shell.error.retry'), onClick: onRetry }} />;
}
