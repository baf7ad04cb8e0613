/** Keys that wait until the window has followed: their order, what makes it hurry, and when they are forgotten. */
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { KeyPress } from './keys.ts';
import { createTypeAhead } from './typeAhead.ts';

const press = (key: string): KeyPress => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
});

function listened() {
  const typeAhead = createTypeAhead();
  const pressed: string[] = [];
  const forget = vi.fn();
  const on = new Map<string, () => void>();
  typeAhead.listen({
    press: ({ key }) => {
      pressed.push(key);
      on.get(key)?.();
    },
    forget,
  });
  const keep = (keys: string): void => keys.split('').forEach(key => typeAhead.keep(press(key)));
  return { typeAhead, pressed, forget, keep, when: (key: string, then: () => void) => on.set(key, then) };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

test('keys wait for everything that is on its way, and are then pressed in their order', () => {
  const { typeAhead, pressed, keep } = listened();
  const ends = [typeAhead.hold({ until: 'answer' }), typeAhead.hold({ until: 'move' })];
  keep('abc');
  ends[0]?.();
  vi.advanceTimersByTime(10);
  expect(pressed).toEqual([]);
  ends[1]?.();
  vi.advanceTimersByTime(10);
  expect(pressed).toEqual(['a', 'b', 'c']);
  expect(typeAhead.hasKept()).toBe(false);
});

test('what one key leads to is waited for before the next is pressed', () => {
  const { typeAhead, pressed, keep, when } = listened();
  const end = typeAhead.hold({ until: 'move' });
  let endNext = (): void => {};
  when('a', () => {
    endNext = typeAhead.hold({ until: 'answer' });
  });
  keep('ab');
  end();
  vi.advanceTimersByTime(10);
  expect(pressed).toEqual(['a']);
  endNext();
  vi.advanceTimersByTime(10);
  expect(pressed).toEqual(['a', 'b']);
});

test('a key makes what it waits for come at once, also what begins only then', () => {
  const { typeAhead, keep } = listened();
  const hurry = vi.fn();
  typeAhead.hold({ until: 'move', hurry });
  expect(hurry).not.toHaveBeenCalled();
  keep('a');
  expect(hurry).toHaveBeenCalledTimes(1);
  const later = vi.fn();
  typeAhead.hold({ until: 'move', hurry: later });
  expect(later).toHaveBeenCalledTimes(1);
});

test('what takes too long makes the keys forgotten, and what is left of them until the person pauses', () => {
  const { typeAhead, pressed, forget, keep } = listened();
  const end = typeAhead.hold({ until: 'answer' });
  keep('no');
  expect(typeAhead.isLeftOver()).toBe(false);
  vi.advanceTimersByTime(5000);
  expect(forget).toHaveBeenCalledTimes(1);
  end();
  vi.advanceTimersByTime(500);
  expect(typeAhead.isLeftOver()).toBe(true);
  vi.advanceTimersByTime(500);
  expect(typeAhead.isLeftOver()).toBe(true);
  vi.advanceTimersByTime(700);
  expect(typeAhead.isLeftOver()).toBe(false);
  expect(pressed).toEqual([]);
});

test('each key that is pressed gives the rest new time', () => {
  const { typeAhead, pressed, forget, keep, when } = listened();
  const ends = [typeAhead.hold({ until: 'answer' })];
  for (const key of ['a', 'b']) when(key, () => ends.push(typeAhead.hold({ until: 'answer' })));
  keep('abc');
  for (const index of [0, 1, 2]) {
    vi.advanceTimersByTime(3000);
    ends[index]?.();
  }
  vi.advanceTimersByTime(10);
  expect(pressed).toEqual(['a', 'b', 'c']);
  expect(forget).not.toHaveBeenCalled();
});
