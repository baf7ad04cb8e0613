/** Hands out ready work that nobody has when the policy or the people are others than before, a few tasks at a time (features T3). */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { listPeople } from '../../db/people.ts';
import { findPolicy } from '../../db/policy.ts';
import { listUnassigned, queueStart, type QueuePlace } from '../../db/queries/unassignedTasks.ts';
import { findSetting, putSetting } from '../../db/settings.ts';
import { transaction } from '../../db/transaction.ts';
import { theDesk } from '../domain/people/desk.ts';
import type { WakeParts } from './wakes.ts';

export type HandingOut = {
  /** Something that decides who gets work may be another than before. */
  readonly look: () => void;
  /** As it is, all of it counts as handed out. */
  readonly settle: () => void;
  /** Until nothing is left of it. */
  readonly finish: () => void;
  readonly stop: () => void;
};

/** Tasks looked at before others get a turn. */
const BATCH = 100;
const KEY = 'handingOut';

/** For which policy and people work was handed out last, and how far; no place when all of it was. */
type Standing = { readonly basis: string; readonly place: QueuePlace | null };

/** The place outlives the desk: one that was stopped on the way goes on from there. */
export function createHandingOut({ db, execute, now, newId, onWoken, report, schedule }: WakeParts): HandingOut {
  let callOff: (() => void) | undefined;
  let stopped = false;

  /** Gives whether there may be more. */
  function handOutSome(): boolean {
    const standing = findStanding(db);
    if (standing === undefined || standing.place === null) return false;
    const { teams } = findPolicy(db).policy;
    const found = listUnassigned(db, standing.place, BATCH);
    const given = (group: string | null): boolean =>
      group !== null && Object.hasOwn(teams, group) && teams[group]?.assignment !== 'none';
    const ready = found.filter(({ state, group }) => state === 'open' && given(group));
    const moved: string[] = [];
    for (const [orderId, tasks] of Map.groupBy(ready, task => task.orderId)) {
      try {
        const command = { type: 'handOutTasks', tasks: tasks.map(({ task }) => task) } as const;
        const done = execute(orderId, newId(), command, { by: theDesk, at: now() });
        if (done.ok) moved.push(orderId);
        // What nobody fits stays where it is, for the reason that it has.
        else if (done.error.code !== 'NothingToChange') {
          report(new Error(`Refused: ${done.error.code}`), `handOutTasks ${orderId}`);
        }
      } catch (bug) {
        report(bug, `handOutTasks ${orderId}`);
      }
    }
    if (moved.length > 0) onWoken(moved);
    const last = found.length < BATCH ? undefined : found.at(-1);
    const place = last && { dueAt: last.dueAt, orderId: last.orderId, task: last.task };
    keep(db, { ...standing, place: place ?? null });
    return place !== undefined;
  }

  function turn(): void {
    callOff = undefined;
    if (!stopped && handOutSome()) arm();
  }

  function arm(): void {
    if (schedule !== undefined && !stopped) callOff ??= schedule(turn, 0);
  }

  return {
    look: () => {
      const basis = basisOf(db);
      const standing = findStanding(db);
      // What lay in the queues before anybody looked stays there until something changes.
      if (standing === undefined) keep(db, { basis, place: null });
      else if (standing.basis !== basis) keep(db, { basis, place: queueStart });
      if ((findStanding(db)?.place ?? null) !== null) arm();
    },
    settle: () => keep(db, { basis: basisOf(db), place: null }),
    finish: () => {
      while (handOutSome());
    },
    stop: () => {
      stopped = true;
      callOff?.();
    },
  };
}

/** What handing out goes by: who is there, what they may do and can do, and where, and how each team is given work. */
function basisOf(db: Database): string {
  const { teams, people } = findPolicy(db).policy;
  const methods = Object.entries(teams).map(([team, { assignment }]) => [team, assignment]);
  const hands = listPeople(db).map(({ id, roles, groups }) => ({ id, roles, groups }));
  return createHash('sha256')
    .update(JSON.stringify([methods, people, hands]))
    .digest('base64url')
    .slice(0, 16);
}

const findStanding = (db: Database): Standing | undefined => findSetting(db, KEY) as Standing | undefined;

const keep = (db: Database, standing: Standing): void => transaction(db, () => putSetting(db, KEY, { ...standing }));
