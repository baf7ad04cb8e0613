import { expect, test } from 'vitest';
import type { Correction } from '../vocabulary/correction.ts';
import { captured, line } from './testing/captures.ts';
import { given, importing, typesOf } from './testing/story.ts';

const order = captured([line('1', 'internet')]);
const rejected = (text = 'The street has no fibre') =>
  given(order).and({ type: 'reject', reasonCode: 'notServiceable', text });

test('an imported order is New, with its lines numbered as they stand in the document', () => {
  const story = given(captured([line('a', 'internet'), line('b', 'voice', { parent: 1 })]));
  expect(story.order).toMatchObject({ id: 'order-1', number: 'ORD0000421', state: 'new', remaining: 1 });
  expect(story.line(1)).toMatchObject({ id: 'L1', itemId: 'a', state: 'new', children: [2] });
  expect(story.line(2)).toMatchObject({ id: 'L2', itemId: 'b', parent: 1, children: [] });
});

test('an order cannot be imported over one that exists', () => {
  expect(given(order).when(importing(order)).refusal).toEqual({
    code: 'AlreadyExists',
    subject: 'order',
    id: 'ORD0000421',
  });
});

test('A3 reject creates no domain order, no task and no inventory', () => {
  const { events, after } = given(order).when({ type: 'reject', reasonCode: 'other', text: 'No' });
  expect(typesOf(events)).toEqual(['OrderRejected']);
  expect(after.order.plan).toBeUndefined();
  expect(after.order.inventory.size).toBe(0);
  expect(after.order.counts).toEqual({ domainOrders: { ended: 0, total: 0 }, tasks: { ended: 0, total: 0 } });
});

test('A3 a rejected order cannot be approved, nor rejected again', () => {
  const wrong = { code: 'WrongState', subject: 'order', id: 'ORD0000421', found: 'rejected', needed: ['new'] };
  expect(rejected().when({ type: 'approve' }).refusal).toEqual(wrong);
  expect(rejected().when({ type: 'reject', reasonCode: 'other', text: 'Again' }).refusal).toEqual(wrong);
});

test('A3 an order under way cannot be rejected', () => {
  const { refusal } = given(order).approved().when({ type: 'reject', reasonCode: 'other', text: 'Too late' });
  expect(refusal).toMatchObject({ code: 'WrongState', found: 'inProgress', needed: ['new'] });
});

test('A4 reject demands a reason code and text, and names each one missing', () => {
  const missing = (reasonCode: string, text: string) => given(order).when({ type: 'reject', reasonCode, text }).refusal;
  expect(missing('', ' ')).toEqual({
    code: 'FieldMissing',
    subject: 'order',
    id: 'ORD0000421',
    fields: ['reasonCode', 'text'],
  });
  expect(missing('duplicateOrder', '\n')).toMatchObject({ code: 'FieldMissing', fields: ['text'] });
  expect(missing('', 'Twice')).toMatchObject({ code: 'FieldMissing', fields: ['reasonCode'] });
});

test('A4 a reason code that is not in the list is refused', () => {
  const { refusal } = given(order).when({ type: 'reject', reasonCode: 'badMood', text: 'No' });
  expect(refusal).toMatchObject({ code: 'FieldInvalid', field: 'reasonCode' });
});

test('A4 the reason is kept on the order with who and when', () => {
  const story = rejected('  The street has no fibre ');
  expect(story.order.state).toBe('rejected');
  expect(story.line(1).state).toBe('rejected');
  expect(story.order.decisions).toEqual([
    {
      verdict: 'rejected',
      by: 'manager',
      at: '2026-11-23T08:01:00.000Z',
      reasonCode: 'notServiceable',
      text: 'The street has no fibre',
    },
  ]);
});

test('A6 a rejected order is reopened, corrected, resubmitted and approved, and every decision is kept', () => {
  const story = rejected()
    .and({ type: 'reopen' })
    .and({ type: 'correct', changes: [{ field: 'location', line: 1, value: { name: 'Side Street 2' } }] })
    .and({ type: 'submit' })
    .approved();
  expect(story.order.state).toBe('inProgress');
  expect(story.line(1).location).toEqual({ name: 'Side Street 2' });
  expect(story.order.decisions.map(({ verdict }) => verdict)).toEqual(['rejected', 'approved']);
});

test('A6 order and lines go back to Draft, and to New when submitted', () => {
  const draft = rejected().and({ type: 'reopen' });
  expect([draft.order.state, draft.line(1).state]).toEqual(['draft', 'draft']);
  const submitted = draft.and({ type: 'submit' });
  expect([submitted.order.state, submitted.line(1).state]).toEqual(['new', 'new']);
});

test('A6 only a rejected order can be reopened, only a draft submitted, and only what waits for a decision corrected', () => {
  const change = { field: 'description', value: 'x' } as const;
  expect(given(order).when({ type: 'reopen' }).refusal).toMatchObject({ found: 'new', needed: ['rejected'] });
  const correct = { type: 'correct', changes: [change] } as const;
  expect(rejected().when(correct).refusal).toMatchObject({ found: 'rejected', needed: ['new', 'draft'] });
  expect(given(order).approved().when(correct).refusal).toMatchObject({ found: 'inProgress' });
  expect(rejected().when({ type: 'submit' }).refusal).toMatchObject({ found: 'rejected', needed: ['draft'] });
});

test('A6 an order that waits for its decision is put right where it stands, and keeps what was there before', () => {
  const { events, after } = given(order).when({
    type: 'correct',
    changes: [{ field: 'location', line: 1, value: { name: 'Side Street 2' } }],
  });
  expect(events).toMatchObject([{ type: 'OrderCorrected', data: { changes: [{ was: { name: 'Main Street 1' } }] } }]);
  expect([after.order.state, after.line(1).state]).toEqual(['new', 'new']);
  expect(after.line(1).location).toEqual({ name: 'Side Street 2' });
  expect(after.approved().order.state).toBe('inProgress');
});

test('A6 the service that a line is about and its quantity are put right, and must be something', () => {
  const story = given(captured([line('1', 'internet', { action: 'change', quantity: 20_000 })]));
  const { after } = story.when({
    type: 'correct',
    changes: [
      { field: 'service', line: 1, value: ' svc-7 ' },
      { field: 'quantity', line: 1, value: 2 },
    ],
  });
  expect(after.line(1)).toMatchObject({ serviceId: 'svc-7', quantity: 2 });
  const refusalOf = (change: Correction) => story.when({ type: 'correct', changes: [change] }).refusal;
  expect(refusalOf({ field: 'service', line: 1, value: ' ' })).toMatchObject({ field: 'service', expected: 'text' });
  expect(refusalOf({ field: 'quantity', line: 1, value: 0 })).toMatchObject({ field: 'quantity' });
});

test('A6 a correction keeps the value from before, and leaves out what is as it was', () => {
  const { events } = rejected()
    .and({ type: 'reopen' })
    .when({
      type: 'correct',
      changes: [
        { field: 'priority', value: 'critical' },
        { field: 'account', value: { id: 'acc-1', name: 'Acme' } },
        { field: 'description', value: null },
      ],
    });
  expect(events).toEqual([
    {
      type: 'OrderCorrected',
      v: 1,
      data: { changes: [{ change: { field: 'priority', value: 'critical' }, was: 'moderate' }] },
    },
  ]);
});

test('A6 a correction of nothing is refused', () => {
  const draft = rejected().and({ type: 'reopen' });
  expect(draft.when({ type: 'correct', changes: [] }).refusal).toMatchObject({ code: 'NothingToChange' });
});

test('A6 every field of a draft can be put right', () => {
  const { order: corrected } = rejected()
    .and({ type: 'reopen' })
    .and({
      type: 'correct',
      changes: [
        { field: 'description', value: 'Head office' },
        { field: 'requestedStart', value: '2026-12-01' },
        { field: 'requestedCompletion', value: null },
        { field: 'account', value: { id: 'acc-2' } },
        { field: 'contact', value: { name: 'Lee', email: 'lee@example.com' } },
        { field: 'characteristic', line: 1, name: 'tier', value: 'gold' },
      ],
    });
  expect(corrected).toMatchObject({
    description: 'Head office',
    requestedStart: '2026-12-01T00:00:00.000Z',
    account: { id: 'acc-2' },
    contacts: [{ name: 'Lee', email: 'lee@example.com' }],
  });
  expect(corrected).not.toHaveProperty('requestedCompletion');
});

test('A6 correcting a characteristic keeps its place and its type, and null takes it away', () => {
  const characteristics = [
    { name: 'tier', value: 'gold', valueType: 'string' },
    { name: 'speed', value: 100 },
  ];
  const draft = given(captured([line('1', 'internet', { characteristics })]))
    .and({ type: 'reject', reasonCode: 'other', text: 'x' })
    .and({ type: 'reopen' });
  const changed = draft.and({
    type: 'correct',
    changes: [
      { field: 'characteristic', line: 1, name: 'tier', value: 'silver' },
      { field: 'characteristic', line: 1, name: 'speed', value: null },
    ],
  });
  expect(changed.line(1).characteristics).toEqual([{ name: 'tier', value: 'silver', valueType: 'string' }]);
});

test('A6 of two values for one field the last one stands', () => {
  const draft = rejected().and({ type: 'reopen' });
  const twice = (...values: readonly ('critical' | 'moderate')[]) =>
    draft.when({ type: 'correct', changes: values.map(value => ({ field: 'priority', value })) });
  expect(twice('moderate', 'critical').after.order.priority).toBe('critical');
  expect(twice('critical', 'moderate').refusal).toMatchObject({ code: 'NothingToChange' });
});

test('A6 a date is kept in UTC, and one without a zone is refused', () => {
  const draft = rejected().and({ type: 'reopen' });
  const dated = (value: string) => draft.when({ type: 'correct', changes: [{ field: 'requestedStart', value }] });
  expect(dated('2026-12-01T10:00:00+02:00').after.order.requestedStart).toBe('2026-12-01T08:00:00.000Z');
  for (const wrong of ['2026-12-01T10:00:00', 'next week', '2026-13-01', '']) {
    expect(dated(wrong).refusal).toMatchObject({ code: 'FieldInvalid', field: 'requestedStart', expected: 'date' });
  }
});

test('A6 a place, a person, a customer or a value without a name is refused: it would pass for one that is there', () => {
  const draft = rejected().and({ type: 'reopen' });
  const changes: readonly Correction[] = [
    { field: 'location', line: 1, value: { name: '' } },
    { field: 'contact', value: { name: ' ' } },
    { field: 'account', value: { id: ' ' } },
    { field: 'characteristic', line: 1, name: ' ', value: 'x' },
  ];
  for (const change of changes)
    expect(draft.when({ type: 'correct', changes: [change] }).refusal).toMatchObject({
      code: 'FieldInvalid',
      field: change.field,
      expected: 'text',
    });
});

test('A6 a correction on a line that is not there is refused', () => {
  const draft = rejected().and({ type: 'reopen' });
  const change = { field: 'location', line: 7, value: { name: 'x' } } as const;
  expect(draft.when({ type: 'correct', changes: [change] }).refusal).toEqual({
    code: 'NotFound',
    subject: 'line',
    id: 'ORDL0000421-7',
  });
});

test('a line can be matched to a service the catalog knows, and approval decomposes by it', () => {
  const story = given(captured([line('1', 'unheard-of')]));
  expect(story.when({ type: 'approve' }).refusal).toMatchObject({ code: 'CheckFailed' });
  const matched = story.and({ type: 'matchLine', line: 1, specification: 'voice' }).approved();
  expect(matched.domainOrder(1)).toMatchObject({ specification: 'voice', line: 1 });
});

test('a line cannot be matched to a resource, to nothing, or to what it is matched to already', () => {
  const story = given(order);
  const match = (specification: string, from = story) =>
    from.when({ type: 'matchLine', line: 1, specification }).refusal;
  expect(match('router')).toEqual({ code: 'NotFound', subject: 'specification', id: 'router' });
  expect(match('nothing')).toMatchObject({ code: 'NotFound', id: 'nothing' });
  const matched = story.and({ type: 'matchLine', line: 1, specification: 'voice' });
  expect(match('voice', matched)).toMatchObject({ code: 'NothingToChange', subject: 'line' });
  expect(matched.when({ type: 'matchLine', line: 2, specification: 'voice' }).refusal).toMatchObject({
    id: 'ORDL0000421-2',
  });
});

test('a line of an order under way cannot be matched any more', () => {
  const { refusal } = given(order).approved().when({ type: 'matchLine', line: 1, specification: 'voice' });
  expect(refusal).toMatchObject({ code: 'WrongState', needed: ['new', 'draft'] });
});
