/** One result for each item of a batch: what it is, what came of it, and why. */
import { Table } from '@mantine/core';
import { StateChip } from '../ui/StateChip.tsx';
import { t } from '../words/words.ts';
import { afterWords, type BatchArea } from './batchWords.ts';
import type { ResultRow } from './useResults.ts';
import classes from './Batch.module.css';

type Props = {
  readonly area: BatchArea;
  /** Undefined until they have come. */
  readonly rows: readonly ResultRow[] | undefined;
  /** Where the item is shown. */
  readonly linkOf: (row: ResultRow) => string;
  readonly reasonOf: (row: ResultRow) => string;
};

const kinds = { succeeded: 'completed', failed: 'failed', skipped: 'stopped' } as const;

export function ResultTable({ area, rows, linkOf, reasonOf }: Props) {
  const named = area === 'steps';
  return (
    <div className={classes.table} role="group" aria-label={afterWords(area, 'list')}>
      <Table stickyHeader>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{afterWords(area, 'item')}</Table.Th>
            {named && <Table.Th>{t('steps.after.name')}</Table.Th>}
            <Table.Th>{afterWords(area, 'result')}</Table.Th>
            <Table.Th>{afterWords(area, 'why')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows?.map(row => (
            <Table.Tr key={row.index}>
              <Table.Td>
                <a className={classes.number} href={linkOf(row)}>
                  {row.number}
                </a>
              </Table.Td>
              {named && <Table.Td>{row.title}</Table.Td>}
              <Table.Td className={classes.outcome ?? ''}>
                <StateChip kind={kinds[row.outcome]} label={afterWords(area, `outcome.${row.outcome}`)} />
              </Table.Td>
              <Table.Td>{reasonOf(row)}</Table.Td>
            </Table.Tr>
          ))}
          {rows?.length === 0 && (
            <Table.Tr>
              <Table.Td colSpan={named ? 4 : 3}>{afterWords(area, 'none')}</Table.Td>
            </Table.Tr>
          )}
        </Table.Tbody>
      </Table>
    </div>
  );
}
