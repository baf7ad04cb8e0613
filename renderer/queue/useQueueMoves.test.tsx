/** Where a queue leads after the work on what is open has ended. */
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test, vi } from 'vitest';
import { afterFrame } from '../afterFrame.ts';
import { useQueueMoves } from './useQueueMoves.ts';

const rows = ['a', 'b', 'c'];
const Window = ({ children }: { readonly children: ReactNode }) => (
  <QueryClientProvider client={new QueryClient()}>{children}</QueryClientProvider>
);
const drawn = () => act(() => new Promise<void>(afterFrame));

function open() {
  const show = vi.fn();
  const { result } = renderHook(() => useQueueMoves({ rows, keyOf: (row: string) => row, named: 'a', show }), {
    wrapper: Window,
  });
  const end = (): void =>
    act(() => {
      result.current.onEnded();
      result.current.onFocusRow('b', 'left');
    });
  return { show, end, moves: () => result.current };
}

test('what has ended leads on to the next row', async () => {
  const { show, end } = open();
  end();
  await drawn();
  expect(show.mock.calls).toEqual([['b', { replace: true }]]);
});

test('whoever opens another row right then stays there', async () => {
  const { show, end, moves } = open();
  end();
  act(() => moves().onOpen('c'));
  await drawn();
  expect(show.mock.calls).toEqual([['c', { replace: false }]]);
});
