/** Prints findings as one table for people, in columns as wide as they need to be. */
import type { Finding } from './finding.ts';

const columns = ['what', 'against', 'ratio', 'budget', 'verdict', 'note'] as const satisfies (keyof Finding)[];

export function tableOf(findings: readonly Finding[]): string {
  const rows = [columns, ...findings.map(finding => columns.map(column => finding[column]))];
  const widths = columns.map((_, at) => Math.max(...rows.map(row => row[at]?.length ?? 0)));
  const lines = rows.map(row =>
    row
      .map((cell, at) => cell.padEnd(widths[at] ?? 0))
      .join('  ')
      .trimEnd(),
  );
  return [lines[0], widths.map(width => '─'.repeat(width)).join('  '), ...lines.slice(1)].join('\n');
}
