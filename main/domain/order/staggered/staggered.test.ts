import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Catalog } from '../../catalog/catalog.ts';
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
import { soundCatalogs } from '../../catalog/testing/randomCatalog.ts';
import type { CharacteristicValue } from '../../vocabulary/captured.ts';
import { rowsOf } from '../../table.ts';
import type { OrderTask } from '../order.ts';
import { captured, line } from '../testing/captures.ts';
import { faultsOf } from '../testing/invariants.ts';
import { eventsOf, given, minute, typesOf, type Story } from '../testing/story.ts';

const fields = ['duct', 'depth', 'colour'].map(name => ({ name, mandatory: false }));

/**
 * An added line makes D1 access with D2 line under it: T1 the hand-over after all children, T2 the survey that records
 * the duct and T3 the measuring. Where the duct is blocked there is digging to do, which the measuring waits for.
 */
const access: Catalog = catalogOf({
  specifications: [cfs('access'), rfs('line'), resource('trench'), resource('permit')],
  relationships: [
    relationship('realizedAs', 'access', 'line'),
    relationship('requires', 'line', 'trench', { order: 1 }),
    relationship('bundles', 'trench', 'permit'),
  ],
  rules: [rule('line', 'trench', 'duct', ['blocked'])],
  mappings: [mapping(['line', 'duct'], ['trench', 'reason']), mapping(['line', 'duct'], ['access', 'duct'])],
  planTemplates: [
    template('hand-over', [task('hand-over', { after: [{ kind: 'children' }] })]),
    template('build', [
      task('survey', { fields }),
      task('measure', {
        after: [
          { kind: 'task', task: 'survey' },
          { kind: 'specification', specification: 'trench', task: 'dig' },
        ],
      }),
    ]),
    template('dig', [
      task('dig', { after: [{ kind: 'children' }, { kind: 'specification', specification: 'line', task: 'survey' }] }),
    ]),
  ],
  policies: [
    { id: 'p1', specification: 'access', planTemplate: 'hand-over' },
    { id: 'p2', specification: 'line', planTemplate: 'build' },
    { id: 'p3', specification: 'trench', planTemplate: 'dig' },
  ],
});

const approved = (catalog = access): Story => given(captured([line('1', 'access')]), catalog).approved();
const recording = (task: number, ...values: readonly CharacteristicValue[]) =>
  ({ type: 'recordValues', task, values }) as const;
const duct = (value: string): CharacteristicValue => ({ name: 'duct', value });
const names = ({ order }: Story): readonly string[] =>
  [...(order.plan === undefined ? [] : rowsOf(order.plan.domainOrders))].map(({ specification }) => specification);
const tasksOf = ({ order }: Story): readonly OrderTask[] =>
  order.plan === undefined ? [] : [...rowsOf(order.plan.tasks)];

test('D4 a target skipped for want of a value is made when the value is recorded, under the domain order it belongs to', () => {
  const story = approved().started(2);
  expect(names(story)).toEqual(['access', 'line']);
  const { events, after } = story.when(recording(2, duct('blocked')));
  expect(typesOf(events)).toEqual([
    'TaskValuesRecorded',
    'ValuePropagated',
    'TargetsReconsidered',
    'DomainOrderQualified',
    'TasksOpened',
  ]);
  expect(names(after)).toEqual(['access', 'line', 'trench', 'permit']);
  expect(after.domainOrder(3)).toMatchObject({
    parent: 2,
    line: 1,
    characteristics: [{ name: 'reason', value: 'blocked' }],
  });
  expect(after.domainOrder(4)).toMatchObject({ parent: 3 });
  expect(after.domainOrder(2).children).toEqual([3]);
  expect(faultsOf(after.order)).toEqual([]);
});

test('D4 the new entry says which rule passed by what, and takes the place of the old one', () => {
  const { events } = approved()
    .started(2)
    .when(recording(2, duct('blocked')));
  const [made] = eventsOf(events, 'TargetsReconsidered');
  expect(
    made?.data.trace.entries.map(({ target, verdict, reason, reconsiders }) => [target, verdict, reason, reconsiders]),
  ).toEqual([
    ['trench', 'created', 'rulesPassed', 2],
    ['permit', 'created', 'relationship', undefined],
  ]);
  expect(made?.data.trace.entries[0]?.rules).toEqual([
    {
      rule: 'line>trench:duct',
      characteristic: 'duct',
      expected: ['blocked'],
      input: 'blocked',
      from: 'task',
      passed: true,
    },
  ]);
});

test('D4 what is there waits for what came later, and what came later for what is there', () => {
  const story = approved()
    .started(2)
    .and(recording(2, duct('blocked')));
  expect(story.task(3)).toMatchObject({ key: 'measure', pending: 2 });
  expect(story.task(4)).toMatchObject({ key: 'dig', state: 'draft', pending: 2 });
  expect(story.task(5)).toMatchObject({ domainOrder: 4, state: 'open' });
  const surveyed = story.and({ type: 'completeTask', task: 2 });
  expect(surveyed.task(3).state).toBe('draft');
  const dug = surveyed.done(5).done(4);
  expect(dug.task(3).state).toBe('open');
  expect(dug.done(3).done(1).order.state).toBe('completed');
});

test('D4 planned dates of what came later count from the moment it came, along what it waits for', () => {
  const story = approved()
    .started(2)
    .and(recording(2, duct('blocked')), { at: minute(100) });
  expect(story.task(5)).toMatchObject({ plannedStart: minute(100), plannedEnd: minute(160) });
  expect(story.task(4)).toMatchObject({ plannedStart: minute(160), plannedEnd: minute(220) });
});

test('D4 the value may come with the completion of the task that records it', () => {
  const story = approved().done(2, [duct('blocked')]);
  expect(story.task(3).state).toBe('draft');
  expect([story.task(4).state, story.task(5).state]).toEqual(['draft', 'open']);
});

test('D4 a value that does not pass skips the target for good, and so does one that comes after it', () => {
  const { events, after } = approved()
    .started(2)
    .when(recording(2, duct('free')));
  const [made] = eventsOf(events, 'TargetsReconsidered');
  expect(made?.data.trace.entries).toMatchObject([{ verdict: 'skipped', reason: 'ruleFailed', reconsiders: 2 }]);
  expect(made?.data.domainOrders).toEqual([]);
  const changed = after.when(recording(2, duct('blocked')));
  expect(typesOf(changed.events)).toEqual(['TaskValuesRecorded', 'ValuePropagated']);
});

test('D4 a change of the value after the target was made changes nothing about it', () => {
  const story = approved()
    .started(2)
    .and(recording(2, duct('blocked')));
  const { events, after } = story.when(recording(2, duct('free')));
  expect(typesOf(events)).not.toContain('TargetsReconsidered');
  expect(names(after)).toEqual(['access', 'line', 'trench', 'permit']);
});

test('D4 with two rules each is judged by the first value it sees, and the target is made with the last', () => {
  const catalog = { ...access, rules: [...access.rules, rule('line', 'trench', 'depth')] };
  const first = approved(catalog)
    .started(2)
    .and(recording(2, duct('blocked')));
  expect(names(first)).toEqual(['access', 'line']);
  const again = first.when(recording(2, duct('free')));
  expect(typesOf(again.events)).not.toContain('TargetsReconsidered');
  const { events, after } = again.after.when(recording(2, { name: 'depth', value: 2 }));
  expect(names(after)).toEqual(['access', 'line', 'trench', 'permit']);
  expect(eventsOf(events, 'TargetsReconsidered')[0]?.data.trace.entries[0]).toMatchObject({
    reconsiders: 3,
    rules: [{ input: 'blocked' }, { input: 2 }],
  });
});

test('D4 a value that a mapping brings counts like one that somebody records', () => {
  const catalog: Catalog = {
    ...access,
    specifications: [...access.specifications, resource('notice')],
    relationships: [...access.relationships, relationship('requires', 'access', 'notice')],
    rules: [...access.rules, rule('access', 'notice', 'duct')],
  };
  const story = approved(catalog)
    .started(2)
    .and(recording(2, duct('blocked')));
  expect(names(story)).toEqual(['access', 'line', 'trench', 'permit', 'notice']);
  expect(story.order.plan?.trace.entries.at(-1)).toMatchObject({ target: 'notice', rules: [{ from: 'mapping' }] });
});

test('D4 a value of what came later may bring something more', () => {
  const catalog: Catalog = {
    ...access,
    specifications: [
      cfs('access'),
      rfs('line'),
      resource('trench', { crossing: 'road' }),
      resource('permit'),
      resource('sign'),
    ],
    relationships: [...access.relationships, relationship('requires', 'access', 'sign')],
    rules: [...access.rules, rule('access', 'sign', 'crossing', ['road'])],
    mappings: [...access.mappings, mapping(['trench', 'crossing'], ['access', 'crossing'])],
  };
  const { events, after } = approved(catalog)
    .started(2)
    .when(recording(2, duct('blocked')));
  expect(eventsOf(events, 'TargetsReconsidered').length).toBe(2);
  expect(names(after)).toEqual(['access', 'line', 'trench', 'permit', 'sign']);
  expect(after.domainOrder(1).characteristics).toContainEqual({ name: 'crossing', value: 'road' });
  expect(faultsOf(after.order)).toEqual([]);
});

test('D4 a value that reaches a domain order at approval by a mapping from below needs no second look later', () => {
  const catalog: Catalog = {
    ...access,
    specifications: [
      cfs('access'),
      rfs('line', { duct: 'blocked' }),
      resource('trench'),
      resource('permit'),
      resource('notice'),
    ],
    relationships: [...access.relationships, relationship('requires', 'access', 'notice')],
    rules: [rule('access', 'notice', 'duct')],
  };
  const story = approved(catalog);
  expect(names(story).toSorted()).toEqual(['access', 'line', 'notice', 'permit', 'trench']);
  expect(story.order.plan?.trace.entries.filter(({ target }) => target === 'notice')).toMatchObject([
    { verdict: 'created', rules: [{ from: 'mapping', passed: true }] },
  ]);
});

test('D4 a task that was open and has to wait for what came later is open no more, until that is done', () => {
  const catalog: Catalog = {
    ...access,
    planTemplates: [
      template('hand-over', [task('note', { fields }), task('hand-over', { after: [{ kind: 'children' }] })]),
      ...access.planTemplates.slice(1),
    ],
    relationships: [...access.relationships, relationship('requires', 'access', 'permit')],
    rules: [rule('line', 'trench', 'duct', ['never']), rule('access', 'permit', 'colour')],
  };
  const built = approved(catalog).done(3).done(4);
  expect(built.task(2)).toMatchObject({ key: 'hand-over', state: 'open' });
  const more = built.started(1).and(recording(1, { name: 'colour', value: 'red' }));
  expect(more.task(2)).toMatchObject({ state: 'draft', pending: 1 });
  expect(more.when({ type: 'startTask', task: 2 }).refusal?.code).toBe('StillWaiting');
  expect(more.done(5).task(2).state).toBe('open');
});

test('D4 what has started does not wait for what comes later', () => {
  const catalog: Catalog = {
    ...access,
    planTemplates: access.planTemplates.map(one =>
      one.id === 'build'
        ? template('build', [
            task('survey', { fields }),
            task('measure', { after: [{ kind: 'specification', specification: 'trench' }] }),
          ])
        : one,
    ),
  };
  const story = approved(catalog)
    .started(3)
    .started(2)
    .and(recording(2, duct('blocked')));
  expect(story.task(3)).toMatchObject({ state: 'inProgress', pending: 0 });
});

test('D4 nothing comes under a domain order that has ended', () => {
  const catalog: Catalog = {
    ...access,
    relationships: [...access.relationships, relationship('requires', 'line', 'permit', { order: 2 })],
    rules: [...access.rules, rule('line', 'permit', 'note')],
    mappings: [mapping(['access', 'note'], ['line', 'note'])],
    planTemplates: [
      template('hand-over', [task('hand-over', { fields: [{ name: 'note', mandatory: false }] })]),
      ...access.planTemplates.slice(1),
    ],
  };
  const story = approved(catalog).done(2).done(3);
  expect(story.domainOrder(2).state).toBe('closedComplete');
  const { events } = story.started(1).when(recording(1, { name: 'note', value: 'x' }));
  expect(typesOf(events)).toEqual(['TaskValuesRecorded']);
});

test('D4 what would wait for itself is not added, and the trace says so', () => {
  const catalog: Catalog = {
    ...access,
    planTemplates: access.planTemplates.map(one =>
      one.id === 'dig'
        ? template('dig', [task('dig', { after: [{ kind: 'specification', specification: 'line', task: 'measure' }] })])
        : one,
    ),
  };
  const story = approved(catalog)
    .started(2)
    .and(recording(2, duct('blocked')));
  expect(names(story)).toEqual(['access', 'line']);
  expect(story.order.plan?.trace.entries.at(-1)).toMatchObject({
    verdict: 'skipped',
    reason: 'taskCircle',
    reconsiders: 2,
  });
});

test('D4 each unit of a line is looked at for itself', () => {
  const story = given(captured([line('1', 'access', { quantity: 2 })]), access).approved();
  const [, second] = tasksOf(story).filter(({ key }) => key === 'survey');
  const after = story.started(second?.number ?? 0).and(recording(second?.number ?? 0, duct('blocked')));
  expect(names(after)).toEqual(['access', 'line', 'access', 'line', 'trench', 'permit']);
  expect(after.domainOrder(5).parent).toBe(4);
});

const kept = ['a', 'b', 'c'];
/** Values only come down, each place has one source and nothing has a default: so it does not matter when a value comes. */
const staggerable = fc.tuple(soundCatalogs, fc.shuffledSubarray(kept, { minLength: 3 })).map(([drawn, order]) => {
  const places = new Set<string>();
  const catalog: Catalog = {
    ...drawn,
    specifications: drawn.specifications.map((one, index) => ({
      ...(index === 0 ? cfs(one.id) : one),
      characteristics: [],
    })),
    mappings: drawn.mappings.filter(({ source, target, targetCharacteristic }) => {
      const place = `${target} ${targetCharacteristic}`;
      if (source >= target || places.has(place)) return false;
      places.add(place);
      return true;
    }),
    planTemplates: [
      ...drawn.planTemplates,
      template('desk', [task('desk', { fields: kept.map(name => ({ name, mandatory: false })) })]),
    ],
    policies: [
      ...drawn.policies.filter(({ specification }) => specification !== 's0'),
      { id: 'desk', specification: 's0', planTemplate: 'desk' },
    ],
  };
  return { catalog, order };
});
const given3 = fc.tuple(...kept.map(name => fc.constantFrom('x', 'y', 1, true).map(value => ({ name, value }))));

function paths({ order }: Story): readonly string[] {
  const { plan } = order;
  const found: string[] = [];
  for (const { specification, parent } of plan === undefined ? [] : rowsOf(plan.domainOrders)) {
    found.push(parent === undefined ? specification : `${found[parent - 1] ?? ''}/${specification}`);
  }
  return found.toSorted();
}

test('D4 whatever the catalog, values that come one by one make the same domain orders as values that were there at once', () => {
  fc.assert(
    fc.property(staggerable, given3, ({ catalog, order }, values) => {
      const atOnce = given(captured([line('1', 's0', { characteristics: values })]), catalog).approved();
      let story = given(captured([line('1', 's0')]), catalog).approved();
      const desk = tasksOf(story).find(({ key }) => key === 'desk');
      story = story.started(desk?.number ?? 0);
      for (const name of order) {
        const value = values.find(one => one.name === name);
        if (value !== undefined) story = story.and(recording(desk?.number ?? 0, value));
        expect(faultsOf(story.order)).toEqual([]);
      }
      expect(paths(story)).toEqual(paths(atOnce));
    }),
    { numRuns: 400 },
  );
});

test('D4 a plan of ten thousand domain orders, one under the other, takes a late value at its end', () => {
  const depth = 5000;
  const links = Array.from({ length: depth }, (_, index) => rfs(`s${index + 1}`));
  const catalog = catalogOf({
    specifications: [cfs('s0'), ...links, resource('late')],
    relationships: [
      ...links.map(({ id }, index) => relationship('realizedAs', `s${index}`, id)),
      relationship('requires', `s${depth}`, 'late'),
    ],
    rules: [rule(`s${depth}`, 'late', 'duct')],
    mappings: [mapping(['s0', 'duct'], [`s${depth}`, 'duct'])],
    planTemplates: [template('top', [task('top', { fields })])],
    policies: [{ id: 'p', specification: 's0', planTemplate: 'top' }],
  });
  const story = given(captured([line('1', 's0'), line('2', 's0')]), catalog).approved();
  const after = story.started(1).and(recording(1, duct('blocked')));
  expect(after.order.plan?.domainOrders.size).toBe(2 * (depth + 1) + 1);
  expect(after.domainOrder(2 * (depth + 1) + 1)).toMatchObject({ specification: 'late', parent: depth + 1 });
}, 60_000);
