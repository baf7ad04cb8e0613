import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test } from 'vitest';
import { pageOf, row } from '../testing/literalOrders.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { counts, session } from '../testing/literalSession.ts';
import { OrdersScreen } from './OrdersScreen.tsx';

afterEach(() => {
  window.location.hash = '';
});

const active = (id: string) => row(id, { state: 'inProgress', tasks: { ended: 1, total: 4 } });

const desk = (answers: Answers = {}) => ({
  user: userEvent.setup(),
  ...drawOver(
    {
      'workspace.status': () => session,
      'counts.get': () => ({ ...counts, ordersInJeopardy: 7 }),
      'orders.page': ({ inJeopardy }) => pageOf(inJeopardy ? [active('2')] : [row('1'), active('2'), active('3')]),
      'outlooks.of': ({ orderIds }) => ({
        outlooks: orderIds.slice(0, 1).map(orderId => ({
          orderId,
          jeopardy: 'critical' as const,
          end: '2026-12-08T12:00:00.000Z',
          committedDueDate: '2026-12-02T12:00:00.000Z',
        })),
        left: orderIds.slice(1),
      }),
      ...answers,
    },
    <OrdersScreen />,
  ),
});

test('O15 the list of orders says how each stands, in one call for all in sight, and asks again for what was left', async () => {
  const { asked } = desk();
  expect(await screen.findByRole('row', { name: /ORD-2/ })).toBeDefined();
  await waitFor(() => expect(screen.getAllByText('Critical')).toHaveLength(2));
  const inputs = asked.filter(({ name }) => name === 'outlooks.of').map(({ input }) => input);
  expect(inputs).toEqual([{ orderIds: ['2', '3'] }, { orderIds: ['3'] }]);
});

test('O15 the orders in jeopardy are a choice with their count, kept in the address, and say what brought them there', async () => {
  const { user, asked } = desk();
  await user.click(await screen.findByRole('radio', { name: 'In jeopardy 7' }));
  expect(window.location.hash).toBe('#/orders/jeopardy');
  expect(await screen.findByText(/past its time limit or its planned end/)).toBeDefined();
  expect(screen.getByText(/late by its forecast alone says so in its row and is not listed here\.$/)).toBeDefined();
  const grid = await screen.findByRole('grid', { name: 'Orders' });
  await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(2));
  expect(asked.filter(({ name }) => name === 'orders.page').at(-1)?.input).toMatchObject({ inJeopardy: true });
});

test('without orders in jeopardy the list says when one would come there', async () => {
  window.location.hash = '#/orders/jeopardy';
  desk({ 'orders.page': () => pageOf([]) });
  expect(await screen.findByText('No order is in jeopardy')).toBeDefined();
});
