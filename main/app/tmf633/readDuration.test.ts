import { expect, test } from 'vitest';
import { readDuration } from './readDuration.ts';

test.each([
  [90, 90],
  [0, 0],
  ['PT4H', 240],
  ['PT1H30M', 90],
  ['pt45m', 45],
  ['P1D', 1440],
  ['P1DT30M', 1470],
  ['P2W', 20160],
  ['PT1.5H', 90],
  ['PT90S', 2],
  ['PT60S', 1],
  ['-PT5M', -5],
])('%s is %s minutes', (text, minutes) => {
  expect(readDuration(text)).toBe(minutes);
});

test.each(['4h', 'P', 'PT', 'P1M', '240', '', true, null])('%s is no duration', value => {
  expect(readDuration(value)).toBeUndefined();
});
