/** Every trick an address may try, against the two questions of the shells. */
import { expect, it } from 'vitest';
import { isOwnAddress, mayOpenOutside } from './urls.ts';

it.each(['app://desk/', 'app://desk/index.html?x#y', 'APP://desk/x'])('%s is our own', address => {
  expect(isOwnAddress(address, 'app://desk/')).toBe(true);
});

it.each([
  'app://desk.evil/',
  'app://evil/',
  'app://user@desk/',
  'app://desk:1/',
  'https://desk/',
  'file:///desk/',
  'about:blank',
  'data:text/html,x',
  'nonsense',
  '',
])('%s is not our own', address => {
  expect(isOwnAddress(address, 'app://desk/')).toBe(false);
});

it.each(['https://example.com/a?b#c', 'mailto:desk@example.com', 'tel:+4712345678'])('%s may open outside', address => {
  expect(mayOpenOutside(address)).toBe(true);
});

it.each([
  'http://example.com',
  'file:///etc/passwd',
  'smb://server/share',
  'ms-msdt:/id',
  'javascript:alert(1)',
  'data:text/html,x',
  'app://desk/',
  'https://user:pass@example.com',
  'https://аpple.com',
  'https://',
  'C:\\Windows\\System32\\calc.exe',
])('%s may not open outside', address => {
  expect(mayOpenOutside(address)).toBe(false);
});
