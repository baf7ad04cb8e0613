import { expect, test } from 'vitest';
import { installTrustedTypes, passOwnScript, passStyleText } from './trustedTypes.ts';

test('style text passes and markup does not', () => {
  expect(passStyleText(':root{--a: 1px}')).toBe(':root{--a: 1px}');
  expect(passStyleText('<img src=x>')).toBeNull();
});

test('only the scripts of the built window pass', () => {
  const page = 'http://127.0.0.1:4000/#/orders';
  expect(passOwnScript('/assets/layout.js', page)).toBe('/assets/layout.js');
  expect(passOwnScript('https://example.com/assets/x.js', page)).toBeNull();
  expect(passOwnScript('/elsewhere/x.js', page)).toBeNull();
  expect(passOwnScript('data:text/javascript,alert(1)', page)).toBeNull();
});

test('the default policy never makes a script of a text', () => {
  const made: { name: string; script: string | null }[] = [];
  installTrustedTypes({
    createPolicy: (name, rules) => void made.push({ name, script: rules.createScript('alert(1)') }),
  });
  expect(made).toEqual([{ name: 'default', script: null }]);
});
