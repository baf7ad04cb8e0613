/** The icon files that installers take, read back byte by byte. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (name: string): Buffer => readFileSync(new URL(`../build/${name}`, import.meta.url));
const PNG = Buffer.from('89504e470d0a1a0a', 'hex');

it('the Windows icon holds a PNG for each size up to 256', () => {
  const icon = read('icon.ico');
  const sizes = Array.from({ length: icon.readUInt16LE(4) }, (_, index) => {
    const entry = 6 + index * 16;
    const offset = icon.readUInt32LE(entry + 12);
    expect(icon.subarray(offset, offset + 8)).toEqual(PNG);
    return icon.readUInt8(entry);
  });
  expect(sizes).toEqual([16, 24, 32, 48, 64, 128, 0]);
});

it('the macOS icon is a chain of PNG blocks that ends with the file', () => {
  const icon = read('icon.icns');
  expect([icon.toString('latin1', 0, 4), icon.readUInt32BE(4)]).toEqual(['icns', icon.length]);
  const names: string[] = [];
  for (let at = 8; at < icon.length; at += icon.readUInt32BE(at + 4)) {
    names.push(icon.toString('latin1', at, at + 4));
    expect(icon.subarray(at + 8, at + 16)).toEqual(PNG);
  }
  expect(names).toEqual(expect.arrayContaining(['ic07', 'ic08', 'ic09', 'ic10']));
});
