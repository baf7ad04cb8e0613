/** Runs several ways of doing one thing turn by turn, so that whatever else the machine does falls on all of them alike. */

/** Milliseconds, one per round, ascending. */
export type Times = Float64Array;

export type Sides<Name extends string> = Readonly<Record<Name, (round: number) => unknown>>;

export type InterleaveOptions = {
  readonly rounds: number;
  /** Rounds before the first that counts, for code and caches to get warm. */
  readonly warmUp?: number;
  /** Calls per round of each side: operations under 30 microseconds are measured by the batch. */
  readonly batch?: number;
  /** CPU time of all threads of this process instead of time on the wall, where waking a thread waits for a busy machine. */
  readonly cpu?: boolean;
};

/** Who goes first changes with every round. A side that gives a promise is waited for. */
export async function interleave<Name extends string>(
  sides: Sides<Name>,
  { rounds, warmUp = Math.ceil(rounds / 10), batch = 1, cpu = false }: InterleaveOptions,
): Promise<Readonly<Record<Name, Times>>> {
  const clock = cpu ? cpuClock : () => performance.now();
  const names = Object.keys(sides) as Name[];
  const times = Object.fromEntries(names.map(name => [name, new Float64Array(rounds)])) as Record<Name, Times>;
  for (let round = -warmUp; round < rounds; round += 1) {
    for (let place = 0; place < names.length; place += 1) {
      const name = names[(place + Math.abs(round)) % names.length] as Name;
      const run = sides[name];
      const started = clock();
      for (let call = 0; call < batch; call += 1) {
        const result = run(round + warmUp);
        if (result instanceof Promise) await result;
      }
      const took = (clock() - started) / batch;
      if (round >= 0) times[name][round] = took;
    }
  }
  for (const name of names) times[name].sort();
  return times;
}

/** `share` 0.5 is the median. */
export const percentile = (times: Times, share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? NaN;

export const p50 = (times: Times): number => percentile(times, 0.5);
export const p99 = (times: Times): number => percentile(times, 0.99);

/** Whether the tail of a floor can be compared with at all (p99 within four times p50). */
export const isCalm = (floor: Times): boolean => p99(floor) < 4 * p50(floor);

/** User and system CPU milliseconds of all threads of this process so far. */
function cpuClock(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** User and system CPU milliseconds of this process while `work` runs. */
export function cpuOf(work: () => unknown): number {
  const before = cpuClock();
  work();
  return cpuClock() - before;
}

/** As `cpuOf`, of all threads until the promise is kept. */
export async function cpuUntil(work: () => Promise<unknown>): Promise<number> {
  const before = cpuClock();
  await work();
  return cpuClock() - before;
}
