/** Which paths lead to a file of the window, and which lead nowhere. */
import { sep } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fileInside } from './assets.ts';

const ROOT = sep === '/' ? '/app/renderer' : 'C:\\app\\renderer';

it('the root is the page itself', () => {
  expect(fileInside(ROOT, '/')).toBe(`${ROOT}${sep}index.html`);
});

it('an encoded name is decoded once', () => {
  expect(fileInside(ROOT, '/assets/a%20b.js')).toBe(`${ROOT}${sep}assets${sep}a b.js`);
  expect(fileInside(ROOT, '/%252e%252e/x.js')).toBe(`${ROOT}${sep}%2e%2e${sep}x.js`);
});

it('a sibling folder whose name begins the same is outside', () => {
  expect(fileInside(ROOT, '/../renderer-old/index.html')).toBeUndefined();
});

it('no path whatever leaves the folder', () => {
  const piece = fc.constantFrom('..', '.', '%2e%2e', '%2f', '%5c', '\\', '/', '//', '%00', 'a', 'C:', '%', ' ');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
      const file = fileInside(ROOT, `/${pieces.join('')}`);
      expect(file === undefined || file.startsWith(ROOT + sep)).toBe(true);
    }),
  );
});
