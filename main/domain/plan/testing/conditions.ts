/** What tests look at a plan under: around the clock and nothing learned, unless they say otherwise. */
import { alwaysOpen } from '../../policy/calendar.ts';
import { nothingLearned } from '../forecast.ts';
import type { Conditions } from '../remainingWork.ts';

export const conditionsAt = (now: string, parts: Partial<Conditions> = {}): Conditions => ({
  now: Date.parse(now),
  calendarOf: alwaysOpen,
  historyOf: nothingLearned,
  ...parts,
});
