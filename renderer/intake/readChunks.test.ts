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
