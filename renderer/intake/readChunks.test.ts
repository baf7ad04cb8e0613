import { expect, test } from 'vitest';
import { readChunks } from './readChunks.ts';

async function readAll(text: string | Uint8Array<ArrayBuffer>): Promise<readonly string[]> {
  const chunks: string[] = [];
  for await (const chunk of readChunks(new Blob([text]))) chunks.push(chunk.text);
  return chunks;
}

test('a long file arrives whole, in several pieces', async () => {
  const text = 'æ🙂x'.repeat(60_000);
  const chunks = await readAll(text);
  expect(chunks.length).toBeGreaterThan(2);
  expect(chunks.join('')).toBe(text);
});

test('no character is cut in two', async () => {
  for (const chunk of await readAll('🙂'.repeat(100_001))) expect(chunk.isWellFormed()).toBe(true);
});

test('an empty file is one empty piece', async () => {
  expect(await readAll('')).toEqual(['']);
});

test('a file in UTF-16, as consoles of Windows write it, is read as what it says', async () => {
  const text = '{"id": "å🙂"}'.repeat(20_000);
  const marked = `\uFEFF${text}`;
  const units = Uint16Array.from({ length: marked.length }, (_, at) => marked.charCodeAt(at));
  expect((await readAll(new Uint8Array(units.buffer))).join('')).toBe(text);
});
