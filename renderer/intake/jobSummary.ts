/** What came of an import, in one or two sentences. */
import { t } from '../words/words.ts';
import type { Job } from '../../preload/contract/intake.ts';
import { problemWords } from './problemWords.ts';

export function jobSummary(job: Job): string {
  const { done, total, imported, duplicate, refused, state, problem } = job;
  if (problem) return problemWords(problem);
  if (job.kind === 'catalog') return state === 'completed' ? t('intake.done.catalog') : '';
  const summary = t('intake.done.summary', { imported, duplicate, refused });
  return state === 'canceled' ? `${summary}. ${t('intake.done.canceled', { done, total })}` : summary;
}
