/** Random small catalogs whose plans have every kind of waiting, many domain orders deep and wide; a few of them in circles. */
import fc from 'fast-check';
import type {
  Catalog,
  DependencyTiming,
  Specification,
  TaskTemplate,
  TemplateDependency,
  WaitScope,
} from '../../catalog/catalog.ts';
import {
  catalogOf,
  cfs,
  mapping,
  relationship,
  resource,
  rfs,
  rule,
  task,
  template,
} from '../../catalog/testing/catalogRows.ts';
import { installFields } from './catalogs.ts';

const size = 6;
const names = ['a', 'b', 'c'] as const;
const idOf = (index: number): string => `s${index}`;
const indexes = Array.from({ length: size }, (_, index) => index);
const list = <T>(of: fc.Arbitrary<T>, maxLength: number, minLength = 0) =>
  fc.array(of, { minLength, maxLength, size: 'max' });

/** Mostly when the other has ended, and at once. */
const timing = fc.constantFrom<DependencyTiming>(
  {},
  {},
  {},
  { on: 'start' },
  { lagMinutes: 3 },
  { on: 'start', lagMinutes: 2 },
);

/** Mostly in the own line. */
const scope = fc.constantFrom<(WaitScope | undefined)[]>(undefined, undefined, undefined, 'location', 'order');

/** Of other orders now and then, and then often such that the task is kept until there is one. */
const otherOrders = fc.oneof(
  { weight: 4, arbitrary: fc.constant(undefined) },
  {
    weight: 1,
    arbitrary: fc.record({
      specification: fc.nat(size - 1).map(idOf),
      same: fc.constantFrom('account', 'account', 'location'),
      required: fc.boolean(),
      timing,
    }),
  },
);
type DrawnWait = typeof otherOrders extends fc.Arbitrary<infer T> ? T : never;

const drawnTask = fc.record({
  timing,
  afterPrevious: fc.boolean(),
  afterChildren: fc.integer({ min: 0, max: 3 }).map(dice => dice === 0),
  afterSpecification: fc.option(fc.tuple(fc.nat(size - 1), fc.boolean()), { nil: undefined, freq: 2 }),
  within: scope,
  afterOthers: otherOrders,
  group: fc.constantFrom('field', 'field', 'field', 'stock'),
  skill: fc.constantFrom(undefined, undefined, undefined, 'rf'),
  hasFields: fc.boolean(),
  isNoReturn: fc.integer({ min: 0, max: 5 }).map(dice => dice === 0),
  reactsTo: fc.constantFrom<TaskTemplate['reactsTo'][]>(
    undefined,
    undefined,
    { changes: ['characteristic'], characteristics: ['a', 'serial'] },
    { changes: ['quantity', 'location', 'contact', 'date', 'relatedItems'], characteristics: 'any' },
  ),
  undo: fc.constantFrom<TaskTemplate['undo'][]>(undefined, undefined, 'nothing', {
    title: 'Take it back',
    durationMinutes: 5,
    group: 'stock',
  }),
});
type DrawnTask = typeof drawnTask extends fc.Arbitrary<infer T> ? T : never;

const drawnCatalog = fc.record({
  /** Customer-facing first, resources last: relationships lead from a lower number to a higher one. */
  kinds: fc.tuple(fc.nat(3), fc.nat(3)).map(([services, resources]) => [1 + services, size - resources] as const),
  links: list(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.constantFrom(1, 1, 1, 2)), 7, 2),
  rules: list(fc.tuple(fc.nat(3), fc.constantFrom(...names)), 3),
  mappings: list(fc.tuple(fc.nat(size - 1), fc.nat(size - 1), fc.constantFrom('serial', 'serial', 'a')), 4),
  templates: fc.tuple(
    ...indexes.map(() => fc.tuple(list(drawnTask, 3), fc.option(fc.nat(size - 1)), timing, scope, otherOrders)),
  ),
  /** Bit by bit: whether the specification's plan comes from its template. */
  planned: fc.nat(2 ** size - 1).map(bits => bits | 0b101),
  anyDirection: fc.constantFrom(false, false, false, false, true),
});

const outside = (wait: DrawnWait): readonly TemplateDependency[] => {
  if (wait === undefined) return [];
  const { specification, same, required, timing: when } = wait;
  return [{ kind: 'otherOrders', specification, same, ...(required ? { required } : {}), ...when }];
};

/** Six specifications `s0` to `s5`, of which `s0` is always a service. */
export const catalogs: fc.Arbitrary<Catalog> = drawnCatalog.map(drawn => {
  const kindOf = (index: number): ((id: string) => Specification) => {
    if (index < drawn.kinds[0]) return cfs;
    return index < drawn.kinds[1] ? rfs : resource;
  };
  const specifications = indexes.map(index => kindOf(index)(idOf(index)));
  const links = new Map(
    drawn.links.flatMap(([a, b, copies]) =>
      a === b ? [] : [[`${Math.min(a, b)} ${Math.max(a, b)}`, [Math.min(a, b), Math.max(a, b), copies]] as const],
    ),
  );
  const pairs = [...links.values()];
  const typeOf = (source: number, target: number) => {
    const [from, to] = [specifications[source]?.kind, specifications[target]?.kind];
    if (from === to) return 'bundles';
    return from === 'service' && to === 'resource' ? 'requires' : 'composedOf';
  };
  /** Only on what comes later, so that nothing goes round, unless it is to. */
  const waits = (
    index: number,
    on: number | undefined,
    hasTask: boolean,
    when: DependencyTiming,
    within: WaitScope | undefined,
  ): readonly TemplateDependency[] => {
    if (on === undefined || (on <= index && !drawn.anyDirection)) return [];
    const where = within === undefined ? {} : { within };
    return [{ kind: 'specification', specification: idOf(on), ...(hasTask ? { task: 't0' } : {}), ...where, ...when }];
  };
  const taskOf = (
    index: number,
    at: number,
    { hasFields, isNoReturn, reactsTo, undo, group, skill, timing: when, ...after }: DrawnTask,
  ): TaskTemplate => {
    const [on, hasTask] = after.afterSpecification ?? [undefined, false];
    const dependencies: TemplateDependency[] = [...waits(index, on, hasTask, when, after.within)];
    if (after.afterPrevious && at > 0) dependencies.push({ kind: 'task', task: `t${at - 1}`, ...when });
    if (after.afterChildren) dependencies.push({ kind: 'children', ...when });
    dependencies.push(...outside(after.afterOthers));
    return task(`t${at}`, {
      group,
      after: dependencies,
      fields: hasFields ? installFields : [],
      ...(isNoReturn ? { pointOfNoReturn: true } : {}),
      ...(reactsTo === undefined ? {} : { reactsTo }),
      ...(undo === undefined ? {} : { undo }),
      ...(skill === undefined ? {} : { skill }),
    });
  };
  return catalogOf({
    specifications,
    relationships: pairs.map(([source, target, copies]) =>
      relationship(typeOf(source, target), idOf(source), idOf(target), { defaultQuantity: copies }),
    ),
    rules: drawn.rules.flatMap(([at, name]) => {
      const pair = pairs[at];
      return pair === undefined ? [] : [rule(idOf(pair[0]), idOf(pair[1]), name)];
    }),
    mappings: drawn.mappings.map(([from, to, name], index) => ({
      ...mapping([idOf(from), name], [idOf(to), 'a']),
      id: `m${index}`,
    })),
    planTemplates: drawn.templates.map(([tasks, after, when, within, others], index) =>
      template(
        idOf(index),
        tasks.map((one, at) => taskOf(index, at, one)),
        [...waits(index, after ?? undefined, false, when, within), ...outside(others)],
      ),
    ),
    policies: indexes.flatMap(index =>
      (drawn.planned >> index) % 2 === 1
        ? [{ id: `p${index}`, specification: idOf(index), planTemplate: idOf(index) }]
        : [],
    ),
  });
});
