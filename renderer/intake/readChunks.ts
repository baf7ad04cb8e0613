/** Reads a chosen file as text in pieces small enough for one message to the app, never cutting a character in two. */

/** A quarter of what one message may carry, because text may double when it is written as JSON. */
const CHUNK_BYTES = 128 * 1024;

/** Decodes UTF-8, or UTF-16 that says so; other bytes become replacement characters and are reported by the reader of the document. */
export async function* readChunks(file: Blob): AsyncGenerator<{ readonly text: string; readonly bytesRead: number }> {
  const decoder = new TextDecoder(encodingOf(new Uint8Array(await file.slice(0, 2).arrayBuffer())));
  let kept = '';
  for (let from = 0; from < file.size || from === 0; from += CHUNK_BYTES) {
    const until = Math.min(from + CHUNK_BYTES, file.size);
    const last = until === file.size;
    const text = kept + decoder.decode(await file.slice(from, until).arrayBuffer(), { stream: !last });
    const cut = !last && endsInHalfACharacter(text) ? text.length - 1 : text.length;
    kept = text.slice(cut);
    yield { text: text.slice(0, cut), bytesRead: until };
    if (last) return;
  }
}

/** Spreadsheets and consoles of Windows write UTF-16 and mark it in the first two bytes. */
function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The first half of a pair that together is one character. */
function endsInHalfACharacter(text: string): boolean {
  const code = text.charCodeAt(text.length - 1);
  return code >= 0xd8_00 && code <= 0xdb_ff;
}
