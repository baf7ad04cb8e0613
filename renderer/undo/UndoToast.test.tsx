/** How long the offer to undo stays. */
import { MantineProvider } from '@mantine/core';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { SHOWN_MS, UndoToast } from './UndoToast.tsx';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function show() {
  const [onUndo, onGone] = [vi.fn(), vi.fn()];
  render(
    <MantineProvider env="test">
      <div data-undo="" data-testid="card">
        <UndoToast text="TASK0000421-3 completed" undo={{ run: onUndo }} onGone={onGone} />
      </div>
    </MantineProvider>,
  );
  const after = (ms: number): void => act(() => void vi.advanceTimersByTime(ms));
  return { onUndo, onGone, after, card: screen.getByTestId('card') };
}

test('X8 it stays at least eight seconds and then goes by itself', () => {
  const { onGone, after } = show();
  expect(SHOWN_MS).toBeGreaterThanOrEqual(8000);
  after(SHOWN_MS - 1);
  expect(onGone).not.toHaveBeenCalled();
  after(1);
  expect(onGone).toHaveBeenCalledOnce();
});

test('X8 it waits while the pointer or the focus is on it', () => {
  const { onGone, after, card } = show();
  fireEvent.pointerEnter(card);
  after(10 * SHOWN_MS);
  expect(onGone).not.toHaveBeenCalled();
  fireEvent.pointerLeave(card);
  after(SHOWN_MS - 1);
  const button = screen.getByRole('button', { name: /Undo/ });
  act(() => button.focus());
  after(10 * SHOWN_MS);
  expect(onGone).not.toHaveBeenCalled();
  act(() => button.blur());
  after(SHOWN_MS);
  expect(onGone).toHaveBeenCalledOnce();
});
