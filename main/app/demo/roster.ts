/** Takes down the orders of the demo one by one, each with its customer, its lines and its time. */
import type { Priority } from '../../domain/vocabulary/states.ts';
import { chanceOf, type Chance } from './chance.ts';
import type { Customer, Fault, Occasion } from './demoData.ts';
import { addLine, followUpLine, lengthOf, ordinaryLines, rollOutLines, type Offering } from './demoLines.ts';
import type { Scenario, ScenarioLine } from './scenario.ts';
import { contactOf, sitesOf } from './sites.ts';
import type { Timed } from './timings.ts';
import { afternoonOf, DAY } from './workTime.ts';

const priorities: Readonly<Record<Priority, number>> = { critical: 3, high: 15, moderate: 60, low: 17, planning: 5 };

export type Wanted = {
  readonly occasion?: Occasion;
  readonly customer?: Customer;
  readonly lines?: readonly ScenarioLine[];
  readonly fault?: Fault;
  readonly resubmitted?: boolean;
};

export type FollowUp = 'change' | 'disconnect' | 'suspend' | 'resume';

export type RollOut = {
  readonly customer?: Customer;
  readonly withAccess?: boolean;
  /** Ids of sites whose line was ordered before. */
  readonly served?: readonly string[];
};

export type Roster = {
  readonly add: (timed: Timed, wanted?: Wanted) => Scenario;
  readonly addRollOut: (timed: Timed, sites: number, wanted?: RollOut) => void;
  /** An order about what `base` provided, not before that was finished; `timedFrom` is given that moment. */
  readonly follow: (base: Scenario | undefined, action: FollowUp, timedFrom: (from: number) => Timed) => Scenario;
  readonly list: () => readonly Scenario[];
};

export function openRoster(offering: Offering): Roster {
  const { data } = offering;
  const all: Scenario[] = [];
  const withManySites = data.customers.filter(({ cities }) => cities.length >= 4);

  const add: Roster['add'] = (
    timed,
    { customer: given, lines: asked, fault, occasion = 'add', resubmitted = false } = {},
  ) => {
    const seed = all.length + 1;
    const chance = chanceOf(seed, 401);
    const customer = given ?? chance.pick(data.customers);
    const lines = asked ?? linesFor(offering, customer, chance, fault);
    const { importAt, fate, requested, pace = 1 } = timed(chance, lengthOf(offering, lines));
    const begin = afternoonOf(importAt, chance.whole(1, 4));
    const scenario: Scenario = {
      seed,
      occasion,
      customer,
      contact: contactOf(data, customer),
      lines,
      ...(fault === undefined ? {} : { fault }),
      resubmitted,
      priority: chance.weighted(priorities),
      importAt,
      ...(begin < requested && chance.happens(0.7) ? { requestedStart: begin } : {}),
      requestedCompletion: requested,
      pace,
      fate,
    };
    all.push(scenario);
    return scenario;
  };

  return {
    add,
    addRollOut: (timed, sites, { customer = withManySites[(all.length * 5) % withManySites.length], ...how } = {}) => {
      if (customer === undefined) throw new Error('The demo has no customer with many sites');
      const lines = rollOutLines(offering, customer, chanceOf(all.length, 403), { sites, ...how });
      add(timed, { occasion: 'roll-out', customer, lines });
    },
    follow: (base, action, timedFrom) => {
      if (base?.fate.kind !== 'completed') throw new Error('The demo has too few finished services to go on from');
      const line = followUpLine(offering, base, action, chanceOf(base.seed, 402));
      return add(timedFrom(base.fate.deadline + DAY), { occasion: action, customer: base.customer, lines: [line] });
    },
    list: () => all,
  };
}

/** A fault needs lines that can have it. */
function linesFor(offering: Offering, customer: Customer, chance: Chance, fault?: Fault): readonly ScenarioLine[] {
  if (fault !== 'noCharacteristic') {
    const least = fault === 'circle' || fault === 'noLocation' ? 2 : 1;
    return ordinaryLines(offering, customer, chance, least);
  }
  const site = chance.pick(sitesOf(offering.data, customer, customer.cities.length));
  return [addLine(offering, 'cfs-managed-firewall', { customer, site, chance, itemId: '1' })];
}
