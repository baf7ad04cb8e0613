/** The orders of the demo that customers want otherwise, or no more, when the work on them is under way. */
import { chanceOf } from './chance.ts';
import { addLine, asking, type Offering } from './demoLines.ts';
import type { Roster } from './roster.ts';
import type { Turn } from './demoData.ts';
import type { ScenarioLine } from './scenario.ts';
import { sitesOf } from './sites.ts';
import { turned } from './timings.ts';

type Wish = Readonly<Record<string, string | number>>;

/** What is ordered: specification, values, how many. The turn is about the first line. */
type Asked = {
  readonly turn: Turn;
  readonly customer: string;
  readonly lines: readonly (readonly [specification: string, wish: Wish, quantity?: number])[];
  /** How far the work is by now, as if nothing had come between. */
  readonly share: number;
};

const fibre: Wish = { bandwidth: 500, serviceLevel: 'gold', diversity: 'none' };

const asked: readonly Asked[] = [
  {
    turn: 'redo',
    customer: 'ACC-20249',
    lines: [
      ['cfs-business-fibre-access', fibre],
      ['cfs-managed-wifi', { guestNetwork: 'yes' }],
    ],
    share: 1,
  },
  { turn: 'pick', customer: 'ACC-20471', lines: [['cfs-rack-space', { power: 'redundant' }, 4]], share: 0.5 },
  {
    turn: 'override',
    customer: 'ACC-20101',
    lines: [['cfs-managed-firewall', { zones: 3, size: 'medium', threatPrevention: 'advanced' }]],
    share: 0.75,
  },
  {
    turn: 'cancellation',
    customer: 'ACC-20212',
    lines: [['cfs-internet-access', { withAccess: 'yes', ddosProtection: 'no' }]],
    share: 0.25,
  },
  {
    turn: 'approved',
    customer: 'ACC-20360',
    lines: [
      ['cfs-managed-firewall', { zones: 3, size: 'small', threatPrevention: 'standard' }],
      ['cfs-managed-wifi', { guestNetwork: 'no' }],
    ],
    share: 0.6,
  },
  {
    turn: 'rejected',
    customer: 'ACC-20249',
    lines: [['cfs-internet-access', { withAccess: 'yes', bandwidth: 200, ddosProtection: 'no' }]],
    share: 0.4,
  },
  {
    turn: 'takingBack',
    customer: 'ACC-20471',
    lines: [['cfs-managed-firewall', { zones: 4, size: 'large', threatPrevention: 'standard' }]],
    share: 0.6,
  },
  { turn: 'takenBack', customer: 'ACC-20101', lines: [['cfs-business-fibre-access', fibre]], share: 0.8 },
  {
    turn: 'takenBack',
    customer: 'ACC-20360',
    lines: [['cfs-managed-firewall', { zones: 2, size: 'small', threatPrevention: 'none' }]],
    share: 2.5,
  },
];

/** One more is a roll-out that loses a site. */
export function addTurned({ add, addRollOut }: Roster, offering: Offering, now: number): void {
  const { data } = offering;
  for (const [index, { turn, customer: id, lines, share }] of asked.entries()) {
    const customer = data.customers.find(one => one.id === id);
    const site = customer === undefined ? undefined : sitesOf(data, customer, 3)[index % 3];
    if (customer === undefined || site === undefined) throw new Error(`The demo has no customer ${id}`);
    const chance = chanceOf(index, 409);
    add(turned(now, turn, share), {
      customer,
      lines: lines.map(([specification, wish, quantity], place): ScenarioLine => {
        const line = addLine(offering, specification, { customer, site, chance, itemId: String(place + 1) });
        return { ...asking(line, wish), ...(quantity === undefined ? {} : { quantity }) };
      }),
    });
  }
  addRollOut(turned(now, 'siteDropped', 0.45), 9);
}
