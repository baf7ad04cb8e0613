/** A rank table as lines of text that a person edits: `acc-17 = 90`. */

export type Ranks = { readonly [key: string]: number };

export const ranksText = (ranks: Ranks): string =>
  Object.entries(ranks)
    .map(([key, rank]) => `${key} = ${rank}`)
    .join('\n');

/** The table, or the first line that is not one. Of two lines for one key the last stands. */
export function readRanks(text: string): { readonly ranks: Ranks } | { readonly badLine: string } {
  const ranks = new Map<string, number>();
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue;
    const at = line.lastIndexOf('=');
    const key = line.slice(0, at).trim();
    const written = line.slice(at + 1).trim();
    const rank = Number(written);
    if (at < 0 || key === '' || written === '' || !(rank >= 0 && rank <= 100)) return { badLine: line.trim() };
    ranks.set(key, rank);
  }
  return { ranks: Object.fromEntries(ranks) };
}
