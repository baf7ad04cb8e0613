import { expect, test } from 'vitest';
import type { Difference } from '../../domain/order/revision/compareVersions.ts';
import { captured, line } from '../../domain/order/testing/captures.ts';
import { given } from '../../domain/order/testing/story.ts';
import { viewDifferences } from './revisionViews.ts';

const { order } = given(captured([line('1', 'internet')])).approved();

const told = (difference: Pick<Difference, 'change' | 'field' | 'was' | 'now'>) =>
  viewDifferences(order, [{ subject: 'L1', ...difference }]).map(({ change, was, now }) => [change, was, now]);

test('O14 what reads alike in short is told with all there is of it', () => {
  const kim = { name: 'Kim' };
  expect(told({ change: 'changed', field: 'contact', was: { ...kim, role: 'onSite' }, now: kim })).toEqual([
    ['changed', 'Kim, onSite', 'Kim'],
  ]);
  const item = { itemId: 's-1' };
  expect(
    told({
      change: 'changed',
      field: 'relatedItem',
      was: { type: 'crossRef', ...item },
      now: { type: 'bundles', ...item },
    }),
  ).toEqual([['changed', 'crossRef, s-1', 'bundles, s-1']]);
  expect(told({ change: 'added', field: 'contact', was: null, now: { role: 'onSite' } })).toEqual([
    ['added', null, 'onSite'],
  ]);
});

test('O14 an empty text is nothing, and what is nothing on both sides is not told', () => {
  expect(told({ change: 'changed', field: 'description', was: '', now: 'Two floors' })).toEqual([
    ['added', null, 'Two floors'],
  ]);
  expect(told({ change: 'removed', field: 'description', was: '', now: null })).toEqual([]);
  expect(told({ change: 'added', field: 'contact', was: null, now: { name: '' } })).toEqual([]);
  expect(told({ change: 'same', field: 'description', was: '', now: '' })).toEqual([]);
  expect(told({ change: 'same', field: 'quantity', was: 1, now: 1 })).toEqual([['same', '1', '1']]);
});
