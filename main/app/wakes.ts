/** Watches the clock for orders that wait for a moment: a start that was approved for later, a lag that runs out (features A7, O5). */
import type { Database } from 'better-sqlite3';
import { findNextWake, listDueWakes } from '../../db/queries/wakes.ts';
import { theDesk } from '../domain/people/desk.ts';
import type { Execute } from './commands/executor.ts';

/** Has `run` called once after so many milliseconds, without keeping the process alive; gives what calls it off. */
export type Schedule = (run: () => void, milliseconds: number) => () => void;

export type WakeParts = {
  readonly db: Database;
  readonly execute: Execute;
  /** ISO-8601 UTC. */
  readonly now: () => string;
  readonly newId: () => string;
  readonly onWoken: (orderIds: readonly string[]) => void;
  readonly report: (bug: unknown, where: string) => void;
  /** Absent: nothing happens by itself, and whoever owns the clock asks. */
  readonly schedule?: Schedule | undefined;
};

export type Wakes = {
  /** Wakes everything that is due now. */
  readonly passDue: () => void;
  /** At the start: what came due while the desk was away. */
  readonly start: () => void;
  /** Something may wait for an earlier moment than before. */
  readonly look: () => void;
  readonly stop: () => void;
};

/** Orders woken before others get a turn: each is a transaction of its own. */
const BATCH = 25;
/** Milliseconds: the clock may be put forward, or the machine sleep, while nobody looks. */
const LONGEST = 60_000;

export function createWakes({ db, execute, now, newId, onWoken, report, schedule }: WakeParts): Wakes {
  /** Orders that could not be woken, with the moment they were due at: tried again when they wait for another one, or after a restart. */
  const stuck = new Map<string, string>();
  let callOff: () => void = () => undefined;
  let armedFor = Infinity;
  let stopped = false;

  /** Gives whether there may be more that is due. */
  function passSome(): boolean {
    const at = now();
    const due = listDueWakes(db, at, BATCH + stuck.size).filter(wake => stuck.get(wake.orderId) !== wake.at);
    const woken: string[] = [];
    for (const wake of due.slice(0, BATCH)) {
      try {
        const done = execute(wake.orderId, newId(), { type: 'passTime' }, { by: theDesk, at });
        if (done.ok) {
          woken.push(wake.orderId);
          continue;
        }
        report(new Error(`Refused: ${done.error.code}`), `passTime ${wake.orderId}`);
      } catch (bug) {
        report(bug, `passTime ${wake.orderId}`);
      }
      stuck.set(wake.orderId, wake.at);
    }
    if (woken.length > 0) onWoken(woken);
    return due.length >= BATCH;
  }

  function turn(): void {
    armedFor = Infinity;
    if (stopped) return;
    const isMore = passSome();
    arm(isMore ? Date.parse(now()) : undefined);
  }

  function arm(soonest?: number): void {
    if (schedule === undefined || stopped) return;
    const at = now();
    // What is due and stuck must not have the clock go off again at once.
    const next = findNextWake(db, stuck.size === 0 ? '' : at);
    const clock = Date.parse(at);
    const wanted = soonest ?? Math.min(next === undefined ? Infinity : Date.parse(next), clock + LONGEST);
    if (wanted >= armedFor) return;
    callOff();
    armedFor = wanted;
    callOff = schedule(turn, Math.max(0, wanted - clock));
  }

  const passDue = (): void => {
    while (passSome());
  };
  return {
    passDue,
    // Where there is a clock, opening the workspace does not wait for it.
    start: () => (schedule === undefined ? passDue() : arm(Date.parse(now()))),
    look: () => arm(),
    stop: () => {
      stopped = true;
      callOff();
    },
  };
}
