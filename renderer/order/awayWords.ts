/** How far a forecast is from what was promised: `6 days late`, `71 days to spare`. */
import { t } from '../words/words.ts';

const DAY_MS = 24 * 60 * 60_000;

export function awayWords(end: string, promised: string): { readonly words: string; readonly isLate: boolean } {
  const away = Date.parse(promised) - Date.parse(end);
  const isLate = away < 0;
  const count = Math.round(Math.abs(away) / DAY_MS);
  return { words: t(isLate ? 'orders.outlook.late' : 'orders.outlook.spare', { count }), isLate };
}
