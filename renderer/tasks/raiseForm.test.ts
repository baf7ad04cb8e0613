/** The form that raises fallout. */
import { expect, test } from 'vitest';
import { emptyRaise, isoOfLocal, localOfIso, raiseInput, raiseProblems } from './raiseForm.ts';

test('F1 a type and what happened are asked for, the rest is optional', () => {
  expect(raiseProblems(emptyRaise)).toEqual({ type: 'Choose a type', text: 'Say what happened' });
  const form = { ...emptyRaise, type: 'siteAccess', text: ' Gate is locked ' };
  expect(raiseProblems(form)).toEqual({});
  expect(raiseInput(form)).toEqual({ falloutType: 'siteAccess', priority: 'moderate', text: 'Gate is locked' });
});

test('a due date goes out as UTC and comes back as the same local time', () => {
  const iso = isoOfLocal('2026-11-24T16:00');
  expect(iso).toMatch(/^2026-11-2[345]T\d\d:00:00\.000Z$/);
  expect(localOfIso(iso)).toBe('2026-11-24T16:00');
  expect([isoOfLocal(''), localOfIso(null)]).toEqual([null, '']);
});
