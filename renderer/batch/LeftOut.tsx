/** What is left out of a batch, each with the reason; a long list is cut and says so. */
import { Table } from '@mantine/core';
import { beforeWords, type BatchArea } from './batchWords.ts';
import classes from './Batch.module.css';

export type LeftOutRow = {
  readonly key: string;
  /** Where the item is shown. */
  readonly href: string;
  readonly number: string;
  readonly name: string;
  readonly why: string;
  readonly more?: string;
};

type Props = {
  readonly label: string;
  readonly head: readonly [string, string, string];
  readonly area: BatchArea;
  readonly rows: readonly LeftOutRow[];
};

const SHOWN = 100;

export function LeftOut({ label, head, area, rows }: Props) {
  return (
    <>
      <div className={classes.table} role="group" aria-label={label}>
        <Table stickyHeader>
          <Table.Thead>
            <Table.Tr>
              {head.map(name => (
                <Table.Th key={name}>{name}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.slice(0, SHOWN).map(({ key, href, number, name, why, more }) => (
              <Table.Tr key={key}>
                <Table.Td>
                  <a className={classes.number} href={href}>
                    {number}
                  </a>
                </Table.Td>
                <Table.Td>{name || '—'}</Table.Td>
                <Table.Td>
                  <span className={classes.why}>{why}</span>
                  {more !== undefined && <span className={classes.quiet}>{more}</span>}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {rows.length > SHOWN && (
        <p className={classes.quiet}>{beforeWords(area, 'more', { count: rows.length - SHOWN })}</p>
      )}
    </>
  );
}
