/** What depth adds to work that ends an order level by level: twice the levels are to take about twice the time. Pure domain, CPU time. */
import type { Catalog } from '../../main/domain/catalog/catalog.ts';
import { catalogOf, cfs, relationship, rfs, task, template } from '../../main/domain/catalog/testing/catalogRows.ts';
import { evolve } from '../../main/domain/order/evolve.ts';
import type { OrderCommand } from '../../main/domain/order/commands.ts';
import { captured, line } from '../../main/domain/order/testing/captures.ts';
import { approving, cancelling } from '../../main/domain/order/testing/revisions.ts';
import { given, resolve, type Story } from '../../main/domain/order/testing/story.ts';
import type { Bench } from '../bench.ts';
import { atMost, ms, type Finding } from '../measure/finding.ts';
import { interleave, p50 } from '../measure/interleave.ts';

const LEVELS = 2_000;
const LIMIT = 2.5;

type Case = {
  readonly what: string;
  /** The order just before its levels end. */
  readonly begin: (levels: number) => Story;
  readonly command: OrderCommand;
};

const cases: readonly Case[] = [
  {
    what: 'the last task ends all that is above it',
    begin: levels => nested(levels, { deepest: true }).started(1),
    command: { type: 'completeTask', task: 1, values: [] },
  },
  {
    what: 'a branch is canceled',
    begin: levels => nested(levels, { deepest: false }).held(1),
    command: resolve(1, 'cancelBranch'),
  },
  {
    what: 'an order of lines in lines is canceled',
    begin: levels => nestedLines(levels).and(cancelling()),
    command: approving(),
  },
];

export async function benchDepth({ rounds }: Bench): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const { what, begin, command } of cases) {
    const [few, many] = [begin(LEVELS), begin(2 * LEVELS)];
    const decided = await growth(rounds, { few: () => few.and(command), many: () => many.and(command) });
    findings.push(finding(`${what}, decided, CPU`, decided));
    const [fewLater, manyLater] = [few.and(command), many.and(command)];
    const folded = await growth(rounds, { few: () => fold(few, fewLater), many: () => fold(many, manyLater) });
    findings.push(finding(`${what}, read from the log, CPU`, folded));
  }
  return findings;
}

type Growth = { readonly few: number; readonly many: number };

async function growth(
  rounds: Bench['rounds'],
  sides: { readonly few: () => unknown; readonly many: () => unknown },
): Promise<Growth> {
  // A few milliseconds each: one by one, garbage collection would decide.
  const times = await interleave(sides, { rounds: Math.max(15, rounds(25)), warmUp: 5, batch: 5, cpu: true });
  return { few: p50(times.few), many: p50(times.many) };
}

const finding = (what: string, { few, many }: Growth): Finding =>
  atMost(LIMIT, many / few, {
    id: 'depth',
    what: `${2 * LEVELS} levels: ${what}`,
    against: `${LEVELS} levels`,
    note: `${ms(many)} / ${ms(few)}`,
  });

/** What came of the last command, put onto the order as it was before. */
const fold = (before: Story, later: Story): unknown => later.log.slice(before.log.length).reduce(evolve, before.order);

/** One domain order in the other. Either the deepest alone has work, or each has, and waits for the one in it. */
function nested(levels: number, { deepest }: { readonly deepest: boolean }): Story {
  const ids = Array.from({ length: levels }, (_, at) => `s${at}`);
  const catalog: Catalog = catalogOf({
    specifications: ids.map((id, at) => (at === 0 ? cfs(id) : rfs(id))),
    relationships: ids.slice(1).map((id, at) => relationship('realizedAs', `s${at}`, id)),
    planTemplates: [
      template('work', [task('work', { after: [{ kind: 'children' }] })]),
      template('lead', [task('lead')]),
    ],
    policies: deepest
      ? [{ id: 'lead', specification: `s${levels - 1}`, planTemplate: 'lead' }]
      : [
          { id: 'work', planTemplate: 'work' },
          { id: 'lead', specification: 's0', planTemplate: 'lead' },
        ],
  });
  return given(captured([line('1', 's0')]), catalog).approved();
}

/** One line in the other, each with a task. */
function nestedLines(levels: number): Story {
  const catalog = catalogOf({
    specifications: [cfs('s')],
    planTemplates: [template('lead', [task('lead')])],
    policies: [{ id: 'lead', planTemplate: 'lead' }],
  });
  const lines = Array.from({ length: levels }, (_, at) => line(`${at + 1}`, 's', at === 0 ? {} : { parent: at }));
  return given(captured(lines), catalog).approved();
}
