/** The results of a batch as CSV that spreadsheets open: RFC 4180, with nothing in it that a spreadsheet would run as a formula. */
import type { Output } from '../../preload/contract/contract.ts';
import { t } from '../words/words.ts';

type Row = Output<'batch.results'>['rows'][number];

export function resultsAsCsv(rows: readonly Row[], reasonOf: (row: Row) => string): string {
  const head = [t('batch.after.csv.order'), t('batch.after.csv.outcome'), t('batch.after.csv.reason')];
  const lines = [head, ...rows.map(row => [row.number, row.outcome, reasonOf(row)])];
  return lines.map(cells => cells.map(cell).join(',') + '\r\n').join('');
}

function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
