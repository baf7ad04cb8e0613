import { expect, test } from 'vitest';
import { eventData, eventText } from './eventText.ts';

const tasks = Array.from({ length: 400 }, (_, at) => ({ domainOrder: at + 1, key: 'do', title: 'Do it', at: null }));
const plan = { tasks, trace: { entries: tasks, mappings: [] }, catalogVersion: 3, text: 'x' };

test('a large plan is written in a fraction of its room, and read as it was', () => {
  const text = eventText('OrderDecomposed', plan);
  expect(eventData(text)).toEqual(plan);
  expect(text.length).toBeLessThan(JSON.stringify(plan).length / 3);
});

test('what is small, and what came from outside, is written as it is', () => {
  const small = { ...plan, tasks: tasks.slice(0, 40), trace: { entries: [], mappings: [] } };
  expect(eventText('OrderDecomposed', small)).toBe(JSON.stringify(small));
  expect(eventText('OrderImported', { document: plan })).toBe(JSON.stringify({ document: plan }));
});

test('a log written before lists were packed reads as it did', () => {
  expect(eventData(JSON.stringify(plan))).toEqual(plan);
});
