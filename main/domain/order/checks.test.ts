import { expect, test } from 'vitest';
import { cfs, catalogOf } from '../catalog/testing/catalogRows.ts';
import { indexCatalog } from '../catalog/indexCatalog.ts';
import { checkOrder, type Check, type CheckId } from './checks.ts';
import type { CapturedLine, CapturedOrder } from '../vocabulary/captured.ts';
import { after, captured, line } from './testing/captures.ts';
import { internet } from './testing/catalogs.ts';
import { given, minute } from './testing/story.ts';

const checksOf = (order: CapturedOrder, catalog = internet): readonly Check[] =>
  checkOrder(given(order).order, indexCatalog(catalog), minute(0));

function check(id: CheckId, order: CapturedOrder, catalog = internet): Check {
  const found = checksOf(order, catalog).find(one => one.check === id);
  if (found === undefined) throw new Error(`No check ${id}`);
  return found;
}

const on = (parts: Partial<CapturedLine>): CapturedOrder => captured([line('1', 'internet', parts)]);
function without(key: 'account' | 'requestedCompletion'): CapturedOrder {
  const { [key]: _left, ...rest } = captured([line('1', 'internet')]);
  return rest;
}

test('A5 a complete order passes every check', () => {
  const checks = checksOf(captured([line('1', 'internet')]));
  expect(checks).toHaveLength(11);
  expect(checks.filter(({ passed, lines, facts }) => !passed || lines.length > 0 || facts.length > 0)).toEqual([]);
});

test('A5 a line without a location fails, and is named', () => {
  const { location: _location, ...bare } = line('2', 'internet');
  expect(check('location', captured([line('1', 'internet'), bare]))).toMatchObject({ passed: false, lines: ['L2'] });
});

test('A5 an order without account, without anyone to contact or without a date fails each of these', () => {
  expect(check('account', without('account'))).toMatchObject({ passed: false, facts: ['missing'] });
  expect(check('contact', captured([line('1', 'internet')], { contacts: [] }))).toMatchObject({ passed: false });
  expect(check('dates', without('requestedCompletion'))).toMatchObject({ passed: false, facts: ['missing'] });
});

test('A5 a contact on a line is a contact', () => {
  const order = captured([line('1', 'internet', { contacts: [{ name: 'Lee' }] })], { contacts: [] });
  expect(check('contact', order).passed).toBe(true);
});

test('A5 a completion in the past, or before the start, fails and says which', () => {
  const dated = (requestedStart: string, requestedCompletion: string) =>
    check('dates', captured([line('1', 'internet')], { requestedStart, requestedCompletion })).facts;
  expect(dated('2020-01-01T00:00:00.000Z', '2020-02-01T00:00:00.000Z')).toEqual(['past']);
  expect(dated('2027-02-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z')).toEqual(['startAfterCompletion']);
});

test('A5 a line whose service the catalog does not know fails, stands in the way, and says what it asked for', () => {
  expect(check('specification', captured([line('1', 'internet'), line('2', 'fax')]))).toEqual({
    check: 'specification',
    passed: false,
    blocking: true,
    lines: ['L2'],
    facts: ['fax'],
  });
});

test('A5 a resource is nothing a line can ask for', () => {
  expect(check('specification', on({ specification: { id: 'router' } })).passed).toBe(false);
});

test('A5 a service is known by its name when the line has no id', () => {
  expect(check('specification', on({ specification: { name: 'INTERNET' } })).passed).toBe(true);
});

test('A5 a mandatory characteristic that is absent or empty fails by name', () => {
  const speed = { name: 'speed', mandatory: true, options: [] };
  const tier = { name: 'tier', mandatory: true, options: [], defaultValue: 'basic' };
  const catalog = catalogOf({ specifications: [{ ...cfs('internet'), characteristics: [speed, tier] }] });
  const withSpeed = (value: string | null) => on({ characteristics: [{ name: 'speed', value }] });
  const missing = { passed: false, blocking: false, lines: ['L1'], facts: ['speed'] };
  expect(check('characteristics', on({}), catalog)).toMatchObject(missing);
  expect(check('characteristics', withSpeed(''), catalog)).toMatchObject(missing);
  expect(check('characteristics', withSpeed(null), catalog)).toMatchObject(missing);
  expect(check('characteristics', withSpeed('100'), catalog).passed).toBe(true);
});

test('A5 a change of a service says which service', () => {
  expect(check('service', on({ action: 'change' }))).toMatchObject({ passed: false, lines: ['L1'] });
  expect(check('service', on({ action: 'change', serviceId: 'svc-1' })).passed).toBe(true);
});

test('A5 a line that asks for nothing needs neither location nor service', () => {
  const { location: _location, ...bare } = line('1', 'fax', { action: 'noChange' });
  const failed = checksOf(captured([bare])).filter(({ passed }) => !passed);
  expect(failed).toEqual([]);
});

const circles: readonly (readonly [string, readonly CapturedLine[], readonly string[]])[] = [
  [
    'two lines that wait for each other',
    [line('1', 'internet', after('2')), line('2', 'voice', after('1')), line('3', 'voice', after('1'))],
    ['L1', 'L2'],
  ],
  [
    'a line that waits for the line it is nested in',
    [line('1', 'internet'), line('2', 'voice', { parent: 1, ...after('1') })],
    ['L1', 'L2'],
  ],
  [
    'a line that waits for a line nested in it',
    [line('1', 'internet', after('2')), line('2', 'voice', { parent: 1 })],
    ['L2'],
  ],
  [
    'a line that waits for another, which waits for a line nested in the first',
    [line('1', 'internet', after('3')), line('2', 'voice', { parent: 1 }), line('3', 'voice', after('2'))],
    ['L2', 'L3'],
  ],
];

test.each(circles)('A5 %s could never start: the check fails and stands in the way', (_name, lines, circle) => {
  expect(check('dependencies', captured(lines))).toMatchObject({ passed: false, blocking: true, lines: circle });
});

test('A5 a line that names itself, or a line that is not there, waits for nothing', () => {
  expect(check('dependencies', captured([line('1', 'internet', after('1', '9'))])).passed).toBe(true);
});

test('A5 the checks are written into the approval, the failed ones with their lines', () => {
  const { location: _location, ...bare } = line('2', 'internet');
  const { events } = given(captured([line('1', 'internet'), bare])).when({ type: 'approve' });
  expect(events[0]).toMatchObject({ type: 'OrderApproved' });
  expect(events[0]?.data).toMatchObject({
    checks: expect.arrayContaining([
      { check: 'account', passed: true, lines: [] },
      { check: 'location', passed: false, lines: [2] },
    ]) as unknown,
  });
});

test('D6 more than ten thousand units of what is delivered one by one stand in the way, and the line is named', () => {
  const order = (quantity: number) => captured([line('1', 'internet'), line('2', 'voice', { quantity })]);
  expect(check('quantity', order(10_000)).passed).toBe(true);
  expect(check('quantity', order(10_001))).toMatchObject({ passed: false, blocking: true, lines: ['L2'] });
  const whole = catalogOf({ specifications: [cfs('internet'), { ...cfs('voice'), quantity: 'whole' }] });
  expect(check('quantity', order(1_000_000), whole).passed).toBe(true);
});

const needsAccess = catalogOf({
  specifications: [cfs('firewall'), { ...cfs('access'), name: 'Access line' }],
  compatibilityRules: [{ id: 'r', source: 'firewall', requires: 'access', within: 'either', sameLocation: true }],
});

test('D1 a line whose companion is nowhere stands in the way, and what it needs is named', () => {
  const alone = captured([line('1', 'firewall')]);
  expect(check('requires', alone, needsAccess)).toEqual({
    check: 'requires',
    passed: false,
    blocking: true,
    lines: ['L1'],
    facts: ['Access line'],
  });
  const refused = given(alone, needsAccess).when({ type: 'approve' });
  expect(refused.refusal).toMatchObject({
    code: 'CheckFailed',
    checks: [{ check: 'requires', lines: ['ORDL0000421-1'] }],
  });
  expect(check('requires', captured([line('1', 'firewall'), line('2', 'access')]), needsAccess).passed).toBe(true);
});

test('D1 a companion that the account already has is enough', () => {
  const { order } = given(captured([line('1', 'firewall')]), needsAccess);
  const findInventory = (account: string, specification: string) =>
    account === 'acc-1' && specification === 'access' ? [{ serviceId: 'S-1', location: 'Main Street 1' }] : [];
  const checks = checkOrder(order, indexCatalog(needsAccess), minute(0), { findInventory });
  expect(checks.find(one => one.check === 'requires')?.passed).toBe(true);
});

test('D1 a line waits for the companion in its order, and the trace says where it was found', () => {
  const story = given(captured([line('1', 'firewall'), line('2', 'access')]), needsAccess).approved();
  expect(story.line(1).predecessors).toEqual(['L2']);
  expect([story.task(1).state, story.task(2).state]).toEqual(['draft', 'open']);
  expect(story.order.plan?.trace.compatibility).toEqual([
    { rule: 'r', line: 1, requires: 'access', found: 'line', by: 'L2' },
  ]);
});
