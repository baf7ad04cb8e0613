/** What every benchmark is given and gives back. */
import type { Finding } from './measure/finding.ts';

export type Bench = {
  /** Tells the person what is going on; figures go into the table instead. */
  readonly log: (line: string) => void;
  /** Tasks in the big workspace. */
  readonly tasks: number;
  /** How many rounds of `full` to run: fewer in a quick run. */
  readonly rounds: (full: number) => number;
};

export type Suite = {
  readonly name: string;
  readonly run: (bench: Bench) => readonly Finding[] | Promise<readonly Finding[]>;
};

/** What the process of one benchmark is told. */
export type SuiteOrder = {
  readonly name: string;
  readonly tasks: number;
  /** Of the full number of rounds. */
  readonly share: number;
};
