/** Waiting until an order is shown as it is after an answer. */
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

/** Whether it is done when everything that could run has run. */
async function isDone(work: Promise<void>): Promise<boolean> {
  let done = false;
  void work.then(() => {
    done = true;
  });
  await new Promise(resolve => setImmediate(resolve));
  return done;
}

test('it waits for everything of the order that is looked at, whichever comes first', async () => {
  for (const last of [0, 1]) {
    const { client, answers, leave } = lookedAt();
    const work = caughtUp(client, 'o1');
    expect(await isDone(work)).toBe(false);
    void client.invalidateQueries();
    answers[1 - last]?.answer({});
    expect(await isDone(work)).toBe(false);
    answers[last]?.answer({});
    expect(await isDone(work)).toBe(true);
    leave();
  }
});

test('what nobody looks at is not waited for, nor what one looks at no longer', async () => {
  const { client, leave } = lookedAt();
  expect(await isDone(caughtUp(client, 'another'))).toBe(true);
  leave();
  expect(await isDone(caughtUp(client, 'o1'))).toBe(true);
});

test('what cannot be read is not waited for any longer', async () => {
  const { client, answers, leave } = lookedAt();
  const work = caughtUp(client, 'o1');
  void client.invalidateQueries();
  answers[0]?.refuse(new Error('gone'));
  answers[1]?.answer({});
  expect(await isDone(work)).toBe(true);
  leave();
});
