/** How long steps have taken in this workspace, by kind of step: asked of the log's read model once, and again when the minute is over. */
import type { Database } from 'better-sqlite3';
import { listFinishedSteps } from '../../db/queries/finishedSteps.ts';
import { learn, mostSamples, type HistoryOf, type StepHistory } from '../domain/plan/forecast.ts';
import { minutesWorked } from '../domain/plan/taskClock.ts';
import type { CalendarOf } from '../domain/policy/calendar.ts';

export type StepHistories = {
  /** What is known at that moment (milliseconds), in the working hours of today's policy. */
  readonly at: (moment: number, calendarOf: CalendarOf) => HistoryOf;
};

export function openStepHistory(db: Database): StepHistories {
  let known = new Map<string, StepHistory | undefined>();
  let knownAt = NaN;
  let knownIn: CalendarOf | undefined;
  return {
    at: (moment, calendarOf) => {
      if (moment !== knownAt || calendarOf !== knownIn) known = new Map();
      knownAt = moment;
      knownIn = calendarOf;
      const kept = known;
      return step => {
        if (kept.has(step)) return kept.get(step);
        const minutes = listFinishedSteps(db, step, mostSamples).map(({ team, startedAt, endedAt, pauses }) =>
          minutesWorked(calendarOf(team), startedAt, endedAt, pauses),
        );
        const history = learn(minutes);
        kept.set(step, history);
        return history;
      };
    },
  };
}
