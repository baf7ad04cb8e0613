/** The four tables of the priority formula, with their weights (domain.md A.8). */
import { NumberInput, Table, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Policy } from '../../preload/contract/policy.ts';
import { TableScroll } from '../ui/TableScroll.tsx';
import { t } from '../words/words.ts';
import type { SectionProps } from './PolicySection.tsx';
import { ranksText, readRanks } from './ranks.ts';
import classes from './Policy.module.css';

const tables = ['customer', 'specification', 'orderType', 'urgency'] as const;
type TableName = (typeof tables)[number];

export function PrioritySection({ draft, mayChange }: SectionProps) {
  const { priority } = draft.policy;
  return (
    <TableScroll label={t('policy.priority.title')}>
      <Table className={classes.table ?? ''} aria-label={t('policy.priority.title')} data-top="">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('policy.priority.table')}</Table.Th>
            <Table.Th>{t('policy.priority.weight')}</Table.Th>
            <Table.Th>{t('policy.priority.ranks')}</Table.Th>
            <Table.Th>{t('policy.priority.otherwise')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {tables.map(name => (
            <RankRow
              // Discarding the changes starts the text anew.
              key={`${name} ${String(draft.isChanged)}`}
              name={name}
              table={priority[name]}
              mayChange={mayChange}
              onChange={table => draft.change({ priority: { ...priority, [name]: table } })}
            />
          ))}
        </Table.Tbody>
      </Table>
    </TableScroll>
  );
}

type RankTable = Policy['priority'][TableName];

type RowProps = {
  readonly name: TableName;
  readonly table: RankTable;
  readonly mayChange: boolean;
  readonly onChange: (table: RankTable) => void;
};

function RankRow({ name, table, mayChange, onChange }: RowProps) {
  const [text, setText] = useState(() => ranksText(table.ranks));
  const read = readRanks(text);
  const title = t(`policy.priority.${name}`);
  const { otherwise: _otherwise, ...rest } = table;
  return (
    <Table.Tr>
      <Table.Td className={classes.label ?? ''}>{title}</Table.Td>
      <Table.Td>
        <NumberInput
          aria-label={t('policy.priority.weightOf', { table: title })}
          value={table.weight}
          min={0}
          max={1000}
          disabled={!mayChange}
          className={classes.number ?? ''}
          onChange={value => onChange({ ...table, weight: typeof value === 'number' ? value : 0 })}
        />
      </Table.Td>
      <Table.Td>
        <Textarea
          classNames={{ input: classes.ranks ?? '' }}
          aria-label={t('policy.priority.ranksOf', { table: title })}
          value={text}
          disabled={!mayChange}
          autosize
          minRows={1}
          maxRows={6}
          error={'badLine' in read && t('policy.priority.badRank', { text: read.badLine })}
          onChange={event => {
            setText(event.currentTarget.value);
          }}
          onBlur={() => {
            if ('ranks' in read && ranksText(read.ranks) !== ranksText(table.ranks)) {
              onChange({ ...table, ranks: read.ranks });
            }
          }}
        />
      </Table.Td>
      <Table.Td>
        <NumberInput
          aria-label={t('policy.priority.otherwiseOf', { table: title })}
          value={table.otherwise ?? ''}
          placeholder={t('policy.priority.otherwiseNone')}
          min={0}
          max={100}
          disabled={!mayChange}
          className={classes.number ?? ''}
          onChange={value => onChange(typeof value === 'number' ? { ...table, otherwise: value } : rest)}
        />
      </Table.Td>
    </Table.Tr>
  );
}
