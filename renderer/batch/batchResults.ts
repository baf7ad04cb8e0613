/** What the results of a batch have to know of it: whose words they are in, where an item is shown, why one was refused. */
import type { Batch, StepDeed } from '../../preload/contract/batch.ts';
import { shortReason } from '../plan/steps/stepWhy.ts';
import { hashOf } from '../route.ts';
import type { Problem } from '../words/refusalWords.ts';
import { t, type WordValues } from '../words/words.ts';
import type { BatchArea } from './batchWords.ts';
import type { ResultRow } from './useResults.ts';

/** One batch, as far as its results have to know. */
export type BatchShown = Pick<Batch, 'jobId' | 'kind' | 'deed'>;

export type BatchResults = {
  readonly area: BatchArea;
  /** What its sentences have to know beside the count. */
  readonly values: WordValues;
  readonly linkOf: (row: ResultRow) => string;
  /** Why a refused item was refused, where that can be said shorter than the refusal does. */
  readonly shortReason: (refusal: Problem, row: ResultRow) => string | undefined;
  /** Under this name the results are saved. */
  readonly fileName: string;
};

export function batchResults({ kind, deed }: BatchShown): BatchResults {
  if (kind === 'approve' || deed === null) return approvals;
  return {
    area: 'steps',
    values: { deed: deedWord({ kind, deed }) },
    linkOf: ({ task, orderId }) => hashOf({ screen: 'tasks', orderId, ...(task !== null && { task }) }),
    shortReason: (refusal, row) => (kind === 'undoSteps' ? whyNotBack(refusal, row) : shortReason(refusal, deed.type)),
    fileName: 'step-results.csv',
  };
}

const approvals: BatchResults = {
  area: 'batch',
  values: {},
  linkOf: ({ orderId }) => hashOf({ screen: 'order', orderId, tab: 'overview' }),
  shortReason: () => undefined,
  fileName: 'approval-results.csv',
};

/** By what the sentences about steps tell one batch from another. */
export const deedWord = ({ kind, deed }: Pick<BatchShown, 'kind' | 'deed'>): StepDeed['type'] | 'undo' =>
  kind === 'undoSteps' || deed === null ? 'undo' : deed.type;

function whyNotBack(refusal: Problem, { number }: ResultRow): string | undefined {
  if (refusal.code !== 'CannotUndo') return undefined;
  if (refusal.why === 'unknown') return t('steps.reason.back');
  if (refusal.why !== 'dependedOn') return undefined;
  const others = refusal.on.filter(one => one !== number);
  return others.length === 0 ? t('steps.reason.changed') : t('steps.reason.built', { on: others.join(', ') });
}
