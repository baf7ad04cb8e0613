/** Compares the table of capabilities in `docs/features.md` with the tests that ran. */
import type { Outcome } from './testReports.ts';

export type Row = { readonly id: string; readonly state: string; readonly test: string };

const ID = /^([A-Z]\d+) /;
const STATES = ['yes', 'partial', 'no'];

/** Reads the rows `| id | capability | state | test |`; every other line is prose. */
export function readRows(markdown: string): Row[] {
  return markdown.split('\n').flatMap(line => {
    const cells = line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map(cell => cell.trim().replaceAll('\\|', '|'));
    const [id = '', , state = '', test = ''] = cells;
    return /^[A-Z]\d+$/.test(id) ? [{ id, state, test: test.replace(/^`(.*)`$/, '$1') }] : [];
  });
}

/** The ids that passing tests begin with, sorted; an id is not proven while one of its tests fails. */
export function provenIds(outcomes: readonly Outcome[]): string[] {
  const ids = (state: Outcome['state']): Set<string> =>
    new Set(outcomes.filter(outcome => outcome.state === state).flatMap(({ title }) => ID.exec(title)?.[1] ?? []));
  const failed = ids('failed');
  return [...ids('passed')].filter(id => !failed.has(id)).toSorted(byLetterThenNumber);
}

const byLetterThenNumber = (a: string, b: string): number =>
  a.charCodeAt(0) - b.charCodeAt(0) || Number(a.slice(1)) - Number(b.slice(1));

/** One sentence for each disagreement between the table and the tests. */
export function disagreements(rows: readonly Row[], outcomes: readonly Outcome[]): string[] {
  const passed = new Set(outcomes.filter(({ state }) => state === 'passed').map(({ title }) => title));
  const states = new Map(rows.map(({ id, state }) => [id, state]));
  const twice = rows.filter(({ id }, index) => rows.findIndex(row => row.id === id) !== index);
  return [
    ...twice.map(({ id }) => `${id} stands in the table twice.`),
    ...rows
      .filter(row => !STATES.includes(row.state))
      .map(row => `${row.id} has the state "${row.state}"; it must be ${STATES.join(', ')}.`),
    ...rows.flatMap(row => wrongTest(row, passed)),
    ...provenIds(outcomes)
      .filter(id => !['yes', 'partial'].includes(states.get(id) ?? ''))
      .map(id => `${id} is proven by a test, but the table does not say yes or partial.`),
  ];
}

function wrongTest({ id, state, test }: Row, passed: ReadonlySet<string>): string[] {
  if (state !== 'yes' && (state !== 'partial' || test === '')) return [];
  if (test === '') return [`${id} says yes and names no test.`];
  if (!test.startsWith(`${id} `)) return [`${id} names the test "${test}", which does not begin with its id.`];
  return passed.has(test) ? [] : [`${id} names the test "${test}", which did not run and pass.`];
}
