import { expect, test } from 'vitest';
import { MAX_SPACER_PX, rowWindow, scrollTopFor } from './rowWindow.ts';

const view = { scrollTop: 0, viewport: 320, rowHeight: 32, count: 1000 };

test('draws what is in sight and a few rows around it', () => {
  expect(rowWindow(view)).toEqual({ start: 0, end: 19, spacer: 32_000, offset: 0 });
  expect(rowWindow({ ...view, scrollTop: 3200 })).toEqual({ start: 92, end: 119, spacer: 32_000, offset: 0 });
});

test('never draws beyond the last row', () => {
  expect(rowWindow({ ...view, count: 3 })).toEqual({ start: 0, end: 3, spacer: 96, offset: 0 });
});

test('a million rows fit by scaling, and the end of the scrollbar is the last row', () => {
  const million = { ...view, count: 1_000_000 };
  const end = rowWindow({ ...million, scrollTop: MAX_SPACER_PX - 320 });
  expect(end.spacer).toBe(MAX_SPACER_PX);
  expect(end.end).toBe(1_000_000);
  expect(999_999 * 32 + end.offset).toBe(MAX_SPACER_PX - 32);
});

test('scrolls only as far as needed to bring a row into sight', () => {
  expect(scrollTopFor(3, view)).toBeUndefined();
  expect(scrollTopFor(10, view)).toBe(32);
  expect(scrollTopFor(2, { ...view, scrollTop: 320 })).toBe(64);
  const million = { ...view, count: 1_000_000 };
  expect(scrollTopFor(999_999, million)).toBeCloseTo(MAX_SPACER_PX - 320);
});
