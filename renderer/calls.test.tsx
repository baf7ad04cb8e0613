import { MantineProvider } from '@mantine/core';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Bridge, Reply } from '../preload/contract/bridge.ts';
import { useCall, useCommand, usePages } from './calls.ts';
import { DeskProvider } from './DeskProvider.tsx';
import { drawOver } from './testing/literalDesk.tsx';
import { order, row } from './testing/literalOrders.ts';
import { done, session } from './testing/literalSession.ts';

test('a notice about an order asks again for that order and for the queues, not for another order', async () => {
  function Screen() {
    const one = useCall('order.get', { orderId: '1' }).value;
    const two = useCall('order.get', { orderId: '2' }).value;
    const rows = usePages('orders.page', { states: ['new'] });
    return <p>{one && two && !rows.loading ? 'here' : 'waiting'}</p>;
  }
  const { asked, tell } = drawOver(
    {
      'workspace.status': () => session,
      'order.get': ({ orderId }) => order(orderId),
      'orders.page': () => ({ rows: [row('1')], next: null, total: 1 }),
    },
    <Screen />,
  );
  expect(await screen.findByText('here')).toBeDefined();
  const before = asked.length;
  tell({ name: 'orders.changed', body: { orderIds: ['1'], many: false } });
  await expect.poll(() => asked.length).toBe(before + 2);
  expect(asked.slice(before)).toEqual(
    expect.arrayContaining([
      { name: 'order.get', input: { orderId: '1' } },
      { name: 'orders.page', input: { states: ['new'], after: null, limit: 100 } },
    ]),
  );
});

test('a first answer that was read before a change does not stand as if it were fresh', async () => {
  const answers: ((title: string) => void)[] = [];
  const listeners: ((body: { orderIds: string[]; many: boolean }) => void)[] = [];
  const desk = {
    shell: 'browser',
    call: (name: string) =>
      new Promise(resolve => {
        if (name !== 'order.get') resolve({ ok: true, value: session });
        else answers.push(description => resolve({ ok: true, value: order('1', { description }) }));
      }),
    on: (name: string, listener: (typeof listeners)[number]) => {
      if (name === 'orders.changed') listeners.push(listener);
      return () => undefined;
    },
  } as unknown as Bridge;
  function Screen() {
    return <p>{useCall('order.get', { orderId: '1' }).value?.description ?? 'waiting'}</p>;
  }
  render(
    <MantineProvider env="test">
      <DeskProvider desk={desk}>
        <Screen />
      </DeskProvider>
    </MantineProvider>,
  );
  await expect.poll(() => answers.length).toBe(1);
  for (const tell of listeners) tell({ orderIds: ['1'], many: false });
  await expect.poll(() => answers.length).toBe(2);
  answers[0]?.('as it was');
  answers[1]?.('as it is');
  expect(await screen.findByText('as it is')).toBeDefined();
});

test('the next page is asked for with the cursor of the one before', async () => {
  function Screen() {
    const pages = usePages('orders.page', { states: ['new'] });
    return (
      <button type="button" onClick={pages.loadMore}>
        {pages.rows.map(({ id }) => id).join(' ')} of {pages.total}
      </button>
    );
  }
  drawOver(
    {
      'workspace.status': () => session,
      'orders.page': ({ after }) => ({ rows: [row(after ?? 'first')], next: after ? null : 'second', total: 2 }),
    },
    <Screen />,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'first of 2' }));
  expect(await screen.findByRole('button', { name: 'first second of 2' })).toBeDefined();
});

/** A button that submits an order over that desk. */
function drawSubmit(desk: Bridge): HTMLElement {
  function Screen() {
    const { run } = useCommand('order.submit');
    return (
      <button type="button" onClick={() => void run({ orderId: '1', seen: 3 })}>
        Submit
      </button>
    );
  }
  render(
    <MantineProvider env="test">
      <DeskProvider desk={desk}>
        <Screen />
      </DeskProvider>
    </MantineProvider>,
  );
  return screen.getByRole('button', { name: 'Submit' });
}

test('a command that was never answered is sent again under the same id, so that it is not done twice', async () => {
  const ids: string[] = [];
  const away: Reply<never> = { ok: false, error: { code: 'Unreachable', message: '' } };
  const desk = {
    shell: 'browser',
    call: (name: string, input: { readonly commandId?: string }) => {
      if (name !== 'order.submit') return Promise.resolve({ ok: true, value: session });
      ids.push(input.commandId ?? '');
      return Promise.resolve(ids.length === 1 ? away : { ok: true, value: done });
    },
    on: () => () => {},
  } as unknown as Bridge;
  const button = drawSubmit(desk);
  for (let press = 0; press < 3; press += 1) await userEvent.click(button);
  expect(ids[1]).toBe(ids[0]);
  expect(ids[2]).not.toBe(ids[0]);
});

/** A desk whose commands are answered when the test says so. */
function slowDesk() {
  const sent: { readonly name: string; readonly input: unknown; readonly answer: (value: object) => void }[] = [];
  const desk = {
    shell: 'browser',
    call: (name: string, input: unknown) =>
      new Promise(resolve => {
        if (name === 'workspace.status') resolve({ ok: true, value: session });
        else sent.push({ name, input, answer: value => resolve({ ok: true, value }) });
      }),
    on: () => () => {},
  } as unknown as Bridge;
  return { desk, sent };
}

test('what is asked for twice while it is being done is done once, and another time after that', async () => {
  const { desk, sent } = slowDesk();
  const button = drawSubmit(desk);
  await userEvent.dblClick(button);
  expect(sent).toHaveLength(1);
  sent[0]?.answer(done);
  await userEvent.click(button);
  expect(sent).toHaveLength(2);
});

test('a deed right after another one of the same person is not told that the order was changed meanwhile', async () => {
  const { desk, sent } = slowDesk();
  function Screen() {
    const correcting = useCommand('order.correct');
    const approving = useCommand('order.approve');
    return (
      <>
        <button
          type="button"
          onClick={() =>
            void correcting.run({ orderId: '1', seen: 3, changes: [{ field: 'description', value: 'x' }] })
          }
        >
          Correct
        </button>
        <button type="button" onClick={() => void approving.run({ orderId: '1', seen: 3 })}>
          Approve
        </button>
      </>
    );
  }
  render(
    <MantineProvider env="test">
      <DeskProvider desk={desk}>
        <Screen />
      </DeskProvider>
    </MantineProvider>,
  );
  await userEvent.click(screen.getByRole('button', { name: 'Correct' }));
  sent[0]?.answer({ orderId: '1', version: 4, changed: [], events: ['OrderCorrected'] });
  await userEvent.click(screen.getByRole('button', { name: 'Approve' }));
  expect(sent[1]?.input).toMatchObject({ seen: 4 });
});

test('a row that has left a list by a deed goes at once, with the total, before the list is read again', async () => {
  function Screen() {
    const { rows, total, hasMore, loadMore, drop } = usePages('orders.page', { states: ['new'] });
    return (
      <>
        <p>{`${rows.map(({ id }) => id).join(' ')} of ${total}`}</p>
        <button type="button" onClick={() => (hasMore ? loadMore() : drop(({ id }) => id === '2'))}>
          {hasMore ? 'more' : 'drop'}
        </button>
      </>
    );
  }
  const { asked } = drawOver(
    {
      'workspace.status': () => session,
      'orders.page': ({ after }) =>
        after === null
          ? { rows: [row('1'), row('2')], next: 'b', total: 3 }
          : { rows: [row('3')], next: null, total: 3 },
    },
    <Screen />,
  );
  await userEvent.click(await screen.findByRole('button', { name: 'more' }));
  await screen.findByText('1 2 3 of 3');
  const before = asked.length;
  await userEvent.click(screen.getByRole('button', { name: 'drop' }));
  expect(await screen.findByText('1 3 of 2')).toBeDefined();
  expect(asked.length).toBe(before);
});
