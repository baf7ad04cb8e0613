/** Waiting until an order is shown as an answer says it is. */
import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { caughtUp } from './caughtUp.ts';

const ORDER = ['order.get', { orderId: 'o1' }];
const LINES = ['order.lines', { orderId: 'o1' }];

/** A client in which somebody looks at the order; what is read is answered when the test says so. */
function lookedAt() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const answers: { readonly answer: (value: unknown) => void; readonly refuse: (error: Error) => void }[] = [];
  const look = (queryKey: readonly unknown[]) =>
    new QueryObserver(client, {
      queryKey,
      staleTime: Infinity,
      queryFn: () => new Promise((answer, refuse) => answers.push({ answer, refuse })),
    }).subscribe(() => {});
  client.setQueryData(ORDER, { version: 3 });
  client.setQueryData(LINES, { rows: [] });
  const stops = [look(ORDER), look(LINES)];
  return { client, answers, leave: () => stops.forEach(stop => stop()) };
}

/** What it has come to when everything that could run has run. */
async function settled(work: Promise<void>): Promise<boolean> {
  let isDone = false;
  void work.then(() => {
    isDone = true;
  });
  await new Promise(resolve => setImmediate(resolve));
  return isDone;
}

test('it waits for the order and for its lines, whichever comes first', async () => {
  for (const last of [0, 1]) {
    const { client, answers, leave } = lookedAt();
    const work = caughtUp(client, 'o1', 4);
    expect(await settled(work)).toBe(false);
    void client.invalidateQueries();
    answers[1 - last]?.answer({ version: 4 });
    expect(await settled(work)).toBe(false);
    answers[last]?.answer({ version: 4 });
    expect(await settled(work)).toBe(true);
    leave();
  }
});

test('an order that is as new already is not waited for, nor one that nobody looks at', async () => {
  const { client, leave } = lookedAt();
  expect(await settled(caughtUp(client, 'o1', 3))).toBe(true);
  expect(await settled(caughtUp(client, 'another', 4))).toBe(true);
  leave();
  expect(await settled(caughtUp(client, 'o1', 4))).toBe(true);
});

test('an order that cannot be read is not waited for any longer', async () => {
  const { client, answers, leave } = lookedAt();
  const work = caughtUp(client, 'o1', 4);
  void client.invalidateQueries();
  answers[0]?.refuse(new Error('gone'));
  expect(await settled(work)).toBe(true);
  leave();
});
