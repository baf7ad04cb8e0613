/** Turns what somebody typed into a query of the text index that can be answered newest first without gathering all hits beforehand. */
import type { Database } from 'better-sqlite3';
import { preparedValue } from '../statements.ts';

/** Beginnings up to this length have an index of their own. */
const INDEXED = 3;
/** Past this many words that begin so, they are rare ones, and gathering their few documents is quicker. */
const MOST_WORDS = 16;

/** The first word of the index from a given one on. */
export const nextWordSql = 'SELECT term FROM search_word WHERE term >= ? ORDER BY term LIMIT 1';

/**
 * Words are cut as the index cuts them; each may be the beginning of a longer one. Null for a text without letters or
 * digits. The index would gather every document of a longer beginning first, a hundred thousand for the common ones; so
 * such a beginning is written out as the words it stands for, whose documents come one by one.
 */
export function matchQuery(db: Database, text: string): string | null {
  const words = text.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu);
  return words === null ? null : words.map(word => termOf(db, word)).join(' AND ');
}

function termOf(db: Database, word: string): string {
  const beginning = `"${word}"*`;
  // The index folds case and accents its own way; only plain letters are folded alike here.
  if (word.length <= INDEXED || !/^[0-9A-Za-z]+$/.test(word)) return beginning;
  const found = listWords(db, word.toLowerCase());
  return found === null || found.length === 0 ? beginning : `(${found.map(one => `"${one}"`).join(' OR ')})`;
}

/** Every indexed word that begins so; null when there are too many. */
function listWords(db: Database, beginning: string): readonly string[] | null {
  const next = preparedValue<string>(db, nextWordSql);
  const found: string[] = [];
  for (let from = beginning; found.length <= MOST_WORDS;) {
    const word = next.get(from);
    if (word === undefined || !word.startsWith(beginning)) return found;
    found.push(word);
    from = `${word}\u0001`;
  }
  return null;
}
