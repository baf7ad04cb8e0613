/** What came of an import, in one or two sentences. */
import { t } from '../words/words.ts';
import type { Job } from '../../preload/contract/intake.ts';
import { problemWords } from './problemWords.ts';

/** A catalog is taken whole or not at all. */
export const isRefused = ({ kind, refused }: Job): boolean => kind === 'catalog' && refused > 0;

export function jobSummary(job: Job): string {
  const { done, total, imported, duplicate, refused, state, problem } = job;
  if (problem) return problemWords(problem);
  if (isRefused(job)) return t('intake.done.catalogRefused');
  if (job.kind === 'catalog') return state === 'completed' ? t('intake.done.catalog') : '';
  const summary = t('intake.done.summary', { imported, duplicate, refused });
  return state === 'canceled' ? `${summary}. ${t('intake.done.canceled', { done, total })}` : summary;
}

/** The file's name; the demo workspace comes of none. */
export const jobName = ({ kind, file }: Job): string => (kind === 'demo' ? t('intake.kind.demo') : file);
