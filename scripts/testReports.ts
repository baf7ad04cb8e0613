/** Reads the JSON reports that the unit tests and the specs leave behind. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Outcome = { readonly title: string; readonly state: 'passed' | 'failed' | 'skipped' };

type UnitReport = {
  readonly testResults: readonly {
    readonly status: string;
    readonly name: string;
    readonly assertionResults: readonly { readonly title: string; readonly status: string }[];
  }[];
};

type Spec = { readonly title: string; readonly tests: readonly { readonly status: string }[] };
type Suite = { readonly specs?: readonly Spec[]; readonly suites?: readonly Suite[] };
type SpecReport = { readonly suites: readonly Suite[]; readonly errors: readonly unknown[] };

/** Every test that was to run; a report that is not there adds nothing. */
export function readOutcomes(folder: string): Outcome[] {
  const unit = readJson(join(folder, 'unit.json')) as UnitReport | undefined;
  const e2e = readJson(join(folder, 'e2e.json')) as SpecReport | undefined;
  return [...(unit ? unitOutcomes(unit) : []), ...(e2e ? specOutcomes(e2e) : [])];
}

function unitOutcomes({ testResults }: UnitReport): Outcome[] {
  return testResults.flatMap(({ status, name, assertionResults }): Outcome[] => {
    const outcomes = assertionResults.map(({ title, status: state }): Outcome => ({ title, state: unitState(state) }));
    // A file that fails before its first test has no results of its own.
    const brokenFile = status === 'failed' && !outcomes.some(outcome => outcome.state === 'failed');
    return brokenFile ? [...outcomes, { title: name, state: 'failed' }] : outcomes;
  });
}

const unitState = (status: string): Outcome['state'] =>
  status === 'passed' || status === 'failed' ? status : 'skipped';

function specOutcomes({ suites, errors }: SpecReport): Outcome[] {
  const broken = errors.map((): Outcome => ({ title: 'The specs could not be loaded', state: 'failed' }));
  return [
    ...suites.flatMap(specsBelow).map(({ title, tests }): Outcome => ({ title, state: specState(tests) })),
    ...broken,
  ];
}

const specsBelow = ({ specs = [], suites = [] }: Suite): Spec[] => [...specs, ...suites.flatMap(specsBelow)];

function specState(tests: Spec['tests']): Outcome['state'] {
  if (tests.some(test => test.status === 'unexpected' || test.status === 'flaky')) return 'failed';
  return tests.every(test => test.status === 'skipped') ? 'skipped' : 'passed';
}

function readJson(file: string): unknown {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}
