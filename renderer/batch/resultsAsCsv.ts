/** The results of a batch as CSV that spreadsheets open: RFC 4180, with nothing in it that a spreadsheet would run as a formula. */
import { t } from '../words/words.ts';
import { afterWords, type BatchArea } from './batchWords.ts';
import type { ResultRow } from './useResults.ts';

/** Steps have a name beside their number. */
export function resultsAsCsv(
  area: BatchArea,
  rows: readonly ResultRow[],
  reasonOf: (row: ResultRow) => string,
): string {
  const named = area === 'steps';
  const head = [
    afterWords(area, 'csv.item'),
    ...(named ? [t('steps.after.csv.name')] : []),
    afterWords(area, 'csv.outcome'),
    afterWords(area, 'csv.reason'),
  ];
  const lines = rows.map(row => [row.number, ...(named ? [row.title] : []), row.outcome, reasonOf(row)]);
  return [head, ...lines].map(cells => cells.map(cell).join(',') + '\r\n').join('');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
