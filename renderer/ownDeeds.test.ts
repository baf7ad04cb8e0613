/** What has been seen is raised over the person's own deeds, and over nobody else's. */
import { expect, test } from 'vitest';
import { createOwnDeeds } from './ownDeeds.ts';

const done = (version: number, count = 1, orderId = 'o1') => ({
  orderId,
  version,
  events: Array.from({ length: count }, () => 'TaskStarted'),
});

const seen = (own: ReturnType<typeof createOwnDeeds>, version: number, orderId = 'o1'): number =>
  own.seenBy({ orderId, seen: version }).seen;

test('one deed after another counts as seen, from wherever in between it was read', () => {
  const own = createOwnDeeds();
  own.add(done(5));
  own.add(done(8, 3));
  expect([3, 4, 5, 6, 8, 9].map(version => seen(own, version))).toEqual([3, 8, 8, 8, 8, 9]);
  expect(seen(own, 4, 'o2')).toBe(4);
});

test('what somebody else did between two deeds has not been seen', () => {
  const own = createOwnDeeds();
  own.add(done(5));
  own.add(done(7));
  expect([4, 5, 6].map(version => seen(own, version))).toEqual([4, 5, 7]);
});

test('answers out of turn, answers without events and those of other kinds change nothing', () => {
  const own = createOwnDeeds();
  own.add(done(8));
  own.add(done(7));
  own.add(done(9, 0));
  own.add({ jobId: 'j1' });
  own.add(null);
  expect([6, 7, 8].map(version => seen(own, version))).toEqual([6, 8, 8]);
  expect(own.seenBy({ orderId: 'o1' })).toEqual({ orderId: 'o1' });
});
