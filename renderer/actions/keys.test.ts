import { expect, test } from 'vitest';
import { isSingleKey, readPress, spellPress } from './keys.ts';

const press = (key: string, more: Partial<Parameters<typeof spellPress>[0]> = {}) => ({
  key,
  code: `Key${key.toUpperCase()}`,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...more,
});

test('letters are spelled by what they type', () => {
  expect(spellPress(press('a'))).toBe('a');
  expect(spellPress(press('A', { shiftKey: true }))).toBe('Shift+A');
  expect(spellPress(press('k', { ctrlKey: true }))).toBe('Ctrl+K');
  expect(spellPress(press('?', { shiftKey: true, code: 'Slash' }))).toBe('?');
  expect(spellPress(press('F6', { shiftKey: true, code: 'F6' }))).toBe('Shift+F6');
});

test('a layout without Latin letters is read by the place of the key', () => {
  expect(spellPress(press('ф', { code: 'KeyA' }))).toBe('a');
  expect(spellPress(press('Л', { code: 'KeyK', ctrlKey: true }))).toBe('Ctrl+K');
  expect(spellPress(press('¡', { code: 'Digit1', altKey: true }))).toBe('Alt+1');
});

test('g starts a chord that the next key ends, unless it comes too late', () => {
  const first = readPress('g', 1000, null);
  expect(readPress('a', 1500, first.memory).spelled).toBe('g a');
  expect(readPress('a', 9000, first.memory).spelled).toBe('a');
});

test('keys that type nothing are no single keys', () => {
  expect(['a', 'Shift+A', 'g a', '?', '['].every(isSingleKey)).toBe(true);
  expect(['Ctrl+K', 'Alt+1', 'F6', 'Shift+F6', 'Escape'].some(isSingleKey)).toBe(false);
});
