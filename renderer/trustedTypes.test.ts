/** What the window's Trusted Types policy lets through. */
import { expect, it } from 'vitest';
import { passOwnScript, passStyleText } from './trustedTypes.ts';

it('style text passes and markup does not', () => {
  expect(passStyleText(':root{--a:1px}')).toBe(':root{--a:1px}');
  expect(passStyleText('<img src=x onerror=alert(1)>')).toBeNull();
});

it.each(['app://desk/#/approvals', 'http://127.0.0.1:4000/'])(
  'on %s only the built scripts of that place pass',
  page => {
    const own = new URL('/assets/layoutWorker-1a2b.js', page).href;
    expect(passOwnScript(own, page)).toBe(own);
    expect(passOwnScript('/assets/layoutWorker-1a2b.js', page)).toBe('/assets/layoutWorker-1a2b.js');
    for (const foreign of [
      'https://evil.example/assets/x.js',
      'data:text/javascript,1',
      'blob:null/1',
      '/other.js',
      '//evil.example/assets/x.js',
    ]) {
      expect(passOwnScript(foreign, page)).toBeNull();
    }
  },
);
