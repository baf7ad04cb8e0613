/** The orders of the demo, oldest first: how many of each kind, spread over the last 120 days. */
import { chanceOf } from './chance.ts';
import type { Customer, Fault } from './demoData.ts';
import { addTurned } from './changeScenarios.ts';
import { addLine, asking, type Offering } from './demoLines.ts';
import { openRoster, type FollowUp, type Roster } from './roster.ts';
import type { Scenario, Stall } from './scenario.ts';
import { sitesOf } from './sites.ts';
import { completed, daysAgo, startsLater, stuck, type Timed, underWay, waiting, withdrawn } from './timings.ts';
import { afternoonOf, DAY, takeWork } from './workTime.ts';

/** What a person can put right, so that the order can be sent again. */
const mendable: readonly Fault[] = [
  'pastDate',
  'noContact',
  'noLocation',
  'unknownSpecification',
  'noDate',
  'noCharacteristic',
  'startAfterEnd',
];

/** One order each. A date in the past is not among them: such an order would stand before the first in the queue. */
const faultsOfWaiting: readonly Fault[] = [
  'noLocation',
  'noLocation',
  'noLocation',
  'unknownSpecification',
  'unknownSpecification',
  'noContact',
  'noContact',
  'noDate',
  'startAfterEnd',
  'noCharacteristic',
  'noService',
  'circle',
];

const stallCounts: readonly (readonly [Stall, number])[] = [
  ['open', 12],
  ['takenOn', 11],
  ['reassigned', 4],
  ['awaitingInformation', 6],
  ['onHold', 4],
  ['retried', 5],
  ['skipped', 3],
  ['branchCanceled', 4],
];

/** Has sites enough for the largest order of the demo. */
const chainCustomer = 'ACC-20878';

/** `now` in milliseconds; the same data, catalog and moment give the same orders. */
export function listScenarios(offering: Offering, now: number): readonly Scenario[] {
  const roster = openRoster(offering);
  const finished = addFinished(roster, now);
  addFollowUps(roster, finished, now);
  addUnderWay(roster, offering, now);
  addTurned(roster, offering, now);
  addUndecided(roster, now);
  addFirstInQueue(roster, offering, now);
  return roster.list().toSorted((a, b) => a.importAt - b.importAt || a.seed - b.seed);
}

const resubmitted = (index: number) => ({ fault: mendable[index % 4] ?? 'noContact', resubmitted: true });

function addFinished({ add, addRollOut }: Roster, now: number): readonly Scenario[] {
  const finished = times(160, index => add(completed(now), index < 5 ? resubmitted(index) : {}));
  for (const sites of [8, 9, 11]) addRollOut(completed(now), sites);
  times(9, () => add(withdrawn(now)));
  return finished;
}

/** What was ordered later for services that were finished early enough. */
function addFollowUps({ follow }: Roster, finished: readonly Scenario[], now: number): void {
  const bases = finished
    .filter(({ lines, fate }) => lines.length === 1 && fate.kind === 'completed' && fate.deadline < now - 30 * DAY)
    .values();
  const each = (count: number, action: FollowUp, timedFrom: (from: number) => Timed) =>
    times(count, () => follow(bases.next().value, action, timedFrom));
  const done = (from: number): Timed => completed(now, from);
  const started = (): Timed => underWay(now, { share: 0.5 });
  const toDecide = (): Timed => waiting(now);
  each(6, 'change', done);
  each(6, 'disconnect', done);
  const paused = each(4, 'suspend', from => completed(now, Math.min(from, now - 30 * DAY)));
  for (const suspension of paused.slice(0, 2)) follow(suspension, 'resume', done);
  each(4, 'change', started);
  each(3, 'disconnect', started);
  each(2, 'suspend', started);
  follow(paused[2], 'resume', started);
  each(3, 'change', toDecide);
  each(2, 'disconnect', toDecide);
}

function addUnderWay(roster: Roster, offering: Offering, now: number): void {
  const { add, addRollOut } = roster;
  for (const [stall, count] of stallCounts) times(count, () => add(underWay(now, { stall })));
  times(65, index => add(underWay(now), index < 4 ? resubmitted(index) : {}));
  times(5, () => add(underWay(now, { stall: 'paused' })));
  times(3, () => add(startsLater(now)));
  for (const sites of [8, 10, 12, 14, 16, 20]) addRollOut(underWay(now), sites);
  const chain = offering.data.customers.find(({ id }) => id === chainCustomer);
  if (chain === undefined) throw new Error(`The demo has no customer ${chainCustomer}`);
  addShow(roster, offering, chain, now);
}

/** The largest order of the demo, and a line at one of its sites that was ordered before it and is in trouble. */
function addShow({ add, addRollOut }: Roster, offering: Offering, customer: Customer, now: number): void {
  const sites = 16;
  const site = sitesOf(offering.data, customer, sites + 1)[5];
  if (site === undefined) throw new Error(`The demo has too few sites for ${customer.name}`);
  const line = addLine(offering, 'cfs-internet-access', { customer, site, chance: chanceOf(408), itemId: '1' });
  add(stuck(now, { since: 10, for: 5 }), { customer, lines: [asking(line, { withAccess: 'yes' })] });
  const inThreeDays: Timed = (chance, length) => ({
    ...underWay(now, { stall: 'someOfEach', share: 0.62, pace: 1 })(chance, length),
    requested: afternoonOf(now, 3),
  });
  addRollOut(inThreeDays, sites, {
    customer,
    withAccess: true,
    served: [site.id],
  });
}

/** What waits for a decision, or had one against it. */
function addUndecided({ add, addRollOut }: Roster, now: number): void {
  for (const fault of faultsOfWaiting) add(waiting(now), { fault });
  times(4, index => add(daysAgo(now, { kind: 'waiting' }, 3, 9), resubmitted(index)));
  times(17, () => add(waiting(now)));
  addRollOut(waiting(now), 12);
  const rejected = daysAgo(now, { kind: 'rejected' }, 4, 60);
  for (const fault of mendable.slice(0, 6)) add(rejected, { fault });
  times(6, () => add(rejected));
  for (const [index, fault] of [...mendable, 'pastDate' as const].entries()) {
    add(daysAgo(now, { kind: 'draft', corrected: index % 3 === 1 }, 3, 14), { fault });
  }
}

/** One that shows everything and lacks nothing: due before all others that wait. */
function addFirstInQueue({ add }: Roster, offering: Offering, now: number): void {
  const { data } = offering;
  const [customer] = data.customers;
  const [site] = customer === undefined ? [] : sitesOf(data, customer, 1);
  if (customer === undefined || site === undefined) throw new Error('The demo has no customers');
  const line = addLine(offering, 'cfs-managed-firewall', { customer, site, chance: chanceOf(404), itemId: '1' });
  const importAt = takeWork(now, 45);
  add(() => ({ importAt, requested: afternoonOf(now, 2), fate: { kind: 'waiting' } }), {
    customer,
    lines: [asking(line, { size: 'medium', zones: 4, threatPrevention: 'advanced' })],
  });
}

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));
