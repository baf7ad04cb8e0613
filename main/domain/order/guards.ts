/** The questions asked before any decision: may this person, is it in the right state, is it still what they saw, is everything filled in. */
import { isAllowed, rolesGranting, type Permission, type Person } from '../people/permissions.ts';
import type { Touched } from './order.ts';
import type { Refusal, SubjectKind } from './refusals.ts';

type Maybe = Refusal | null;

/** The first refusal of several questions, asked in turn. */
export function firstRefusal(...questions: readonly (() => Maybe)[]): Maybe {
  for (const question of questions) {
    const refusal = question();
    if (refusal !== null) return refusal;
  }
  return null;
}

export const permitted = (person: Person, permission: Permission): Maybe =>
  isAllowed(person, permission) ? null : { code: 'NotPermitted', permission, roles: rolesGranting(permission) };

export const inState = (subject: SubjectKind, id: string, found: string, needed: readonly string[]): Maybe =>
  needed.includes(found) ? null : { code: 'WrongState', subject, id, found, needed };

/** Refuses when the subject changed after the version the person looked at; no version means they did not look. */
export const stillAsSeen = (subject: SubjectKind, id: string, touched: Touched, seen: number | undefined): Maybe =>
  seen === undefined || touched.version <= seen
    ? null
    : { code: 'Stale', subject, id, event: touched.type, by: touched.by, at: touched.at, version: touched.version };

export const filledIn = (subject: SubjectKind, id: string, fields: Readonly<Record<string, string>>): Maybe => {
  const empty = Object.entries(fields).flatMap(([name, value]) => (value.trim() === '' ? [name] : []));
  return empty.length === 0 ? null : { code: 'FieldMissing', subject, id, fields: empty };
};

export const oneOf = (
  subject: SubjectKind,
  id: string,
  field: string,
  value: string,
  allowed: readonly string[],
): Maybe =>
  allowed.includes(value) ? null : { code: 'FieldInvalid', subject, id, field, expected: allowed.join(', ') };

/** As `stillAsSeen`, but what the person changed themselves since they looked is no news to them: fast keys outrun the window. */
export const unchangedByOthers = (
  subject: SubjectKind,
  id: string,
  touched: Touched,
  seen: number | undefined,
  by: Person,
): Maybe => (touched.by === by.id ? null : stillAsSeen(subject, id, touched, seen));
