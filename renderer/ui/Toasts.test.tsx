import { MantineProvider } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { act, render, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { say as sayOf } from './say.ts';
import { Toasts } from './Toasts.tsx';

afterEach(() => act(() => notifications.clean()));

const draw = () =>
  render(
    <MantineProvider env="test">
      <Toasts />
    </MantineProvider>,
  );
const say = (message: string, autoClose: number | false = 60_000) =>
  act(() => void notifications.show({ id: message, message, autoClose }));

test('what was said last is in sight at once; the oldest makes room for it and does not come again', async () => {
  draw();
  for (const number of [1, 2, 3, 4, 5]) say(`ORD${number} was approved.`);
  await screen.findByText('ORD5 was approved.');
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(3));
  expect(screen.queryByText('ORD1 was approved.')).toBeNull();
  act(() => void notifications.hide('ORD5 was approved.'));
  await waitFor(() => expect(screen.getAllByRole('alert')).toHaveLength(2));
  expect(screen.queryByText('ORD2 was approved.')).toBeNull();
});

test('one that waits for an answer stays as long as others can go', async () => {
  draw();
  say('Take it back?', false);
  for (const number of [1, 2, 3]) say(`ORD${number} was approved.`);
  await screen.findByText('ORD3 was approved.');
  expect(screen.getByText('Take it back?')).toBeDefined();
});

test('what is said of the same matter again is said in its own words, instead of what was said before', async () => {
  draw();
  act(() => sayOf('not-found', { message: 'TASK1 was not found.' }));
  await screen.findByText('TASK1 was not found.');
  act(() => sayOf('not-found', { message: 'TASK2 was not found.' }));
  await screen.findByText('TASK2 was not found.');
  await waitFor(() => expect(screen.queryByText('TASK1 was not found.')).toBeNull());
});
