/** The words of a batch: those of orders that are approved, or those of steps of a plan. */
import type { batch } from '../words/batch.ts';
import type { steps } from '../words/steps.ts';
import { t, type WordValues } from '../words/words.ts';

export type BatchArea = 'batch' | 'steps';

/** What both have a word for. */
type Common = keyof typeof batch & keyof typeof steps;
type Both<Part extends string, Key = Common> = Key extends `${Part}.${infer Rest}` ? Rest : never;

export const beforeWords = (area: BatchArea, key: Both<'before'>, values?: WordValues): string =>
  area === 'steps' ? t(`steps.before.${key}`, values) : t(`batch.before.${key}`, values);

export const afterWords = (area: BatchArea, key: Both<'after'>, values?: WordValues): string =>
  area === 'steps' ? t(`steps.after.${key}`, values) : t(`batch.after.${key}`, values);

export const lastWords = (area: BatchArea, key: Both<'last'>, values?: WordValues): string =>
  area === 'steps' ? t(`steps.last.${key}`, values) : t(`batch.last.${key}`, values);
