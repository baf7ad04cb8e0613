/** Says what is wrong with a policy before anybody has to live by it: people and teams that are not there, hours that never come, weights that are no numbers. */
import type { Refusal } from '../../../preload/contract/refusal.ts';
import { isUsable } from '../../domain/policy/calendar.ts';
import type { Calendar, Delegation, Policy, RankTable } from '../../domain/policy/policy.ts';
import { wallClock } from '../../domain/policy/wallClock.ts';

export type Workspace = {
  readonly hasPerson: (id: string) => boolean;
  readonly hasTeam: (id: string) => boolean;
};

type Fault = { readonly field: string; readonly expected: string };

/** The first fault as a refusal that names its field, such as `teams.field.calendar.zone`; null when there is none. */
export function checkPolicy(policy: Policy, workspace: Workspace): Refusal | null {
  const [fault] = faultsOf(policy, workspace);
  return fault === undefined ? null : { code: 'FieldInvalid', subject: 'policy', id: 'policy', ...fault };
}

function* faultsOf(policy: Policy, workspace: Workspace): Generator<Fault> {
  for (const [index, delegation] of policy.delegations.entries())
    yield* faultsOfDelegation(delegation, `delegations.${index}`, workspace);
  for (const [name, table] of Object.entries(policy.priority)) yield* faultsOfTable(table, `priority.${name}`);
  for (const [team, { calendar }] of Object.entries(policy.teams)) {
    if (!workspace.hasTeam(team)) yield { field: `teams.${team}`, expected: 'team' };
    if (calendar !== undefined) yield* faultsOfCalendar(calendar, `teams.${team}.calendar`);
  }
  for (const person of Object.keys(policy.people)) {
    if (!workspace.hasPerson(person)) yield { field: `people.${person}`, expected: 'person' };
  }
  if (policy.calendar !== undefined) yield* faultsOfCalendar(policy.calendar, 'calendar');
}

function* faultsOfDelegation(
  { from, to, starts, until }: Delegation,
  at: string,
  { hasPerson }: Workspace,
): Generator<Fault> {
  if (!hasPerson(from)) yield { field: `${at}.from`, expected: 'person' };
  if (!hasPerson(to)) yield { field: `${at}.to`, expected: 'person' };
  if (from === to) yield { field: `${at}.to`, expected: 'otherPerson' };
  if (!(Date.parse(starts) < Date.parse(until))) yield { field: `${at}.until`, expected: 'afterItStarts' };
}

function* faultsOfTable({ weight, ranks, otherwise = 0 }: RankTable, at: string): Generator<Fault> {
  if (!Number.isFinite(weight) || weight < 0) yield { field: `${at}.weight`, expected: 'fromZero' };
  for (const [key, rank] of [...Object.entries(ranks), ['otherwise', otherwise] as const]) {
    if (!(rank >= 0 && rank <= 100)) yield { field: `${at}.${key}`, expected: 'rank' };
  }
}

/** Hours are written as `08:00`, so that they compare as text. */
function* faultsOfCalendar(calendar: Calendar, at: string): Generator<Fault> {
  const days = new Set<number>();
  for (const [index, { day, from, to }] of calendar.hours.entries()) {
    if (!(from < to)) yield { field: `${at}.hours.${index}.to`, expected: 'afterItOpens' };
    if (days.has(day)) yield { field: `${at}.hours.${index}.day`, expected: 'oneSpanADay' };
    days.add(day);
  }
  if (wallClock(calendar.zone) === undefined) yield { field: `${at}.zone`, expected: 'timeZone' };
  else if (!isUsable(calendar)) yield { field: `${at}.hours`, expected: 'someHours' };
}
