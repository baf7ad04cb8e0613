/** The columns of a queue of fallouts, two lines each: what kind and on which task, how urgent, how old, when due and with whom. */
import { useMemo } from 'react';
import type { FalloutRow } from '../../preload/contract/task.ts';
import type { Names } from '../names.ts';
import { useNames } from '../people.ts';
import { State } from '../State.tsx';
import { Due } from '../tasks/Due.tsx';
import { Priority } from '../tasks/Priority.tsx';
import { TwoLines } from '../tasks/TwoLines.tsx';
import type { Column } from '../ui/queueGridProps.ts';
import { timeOf } from '../words/format.ts';
import { t, word } from '../words/words.ts';
import { ageWords } from './ageWords.ts';
import { hasEnded } from './falloutRules.ts';

/** Narrower, there is no room beside the name. */
const BESIDE_PX = 532;

const titleOf = ({ number, taskNumber, taskTitle, account, text }: FalloutRow): string =>
  `${[`${number} · ${taskNumber} ${taskTitle}`, account].filter(Boolean).join(' · ')}\n${text}`;

export function useFalloutColumns(): readonly Column<FalloutRow>[] {
  const names = useNames();
  return useMemo(() => columnsFor(names), [names]);
}

const columnsFor = (names: Names): readonly Column<FalloutRow>[] => [
  {
    id: 'fallout',
    header: t('fallout.column.fallout'),
    width: 'minmax(170px, 1fr)',
    from: BESIDE_PX,
    cell: row => (
      <TwoLines
        first={word('codes.falloutType', row.type)}
        second={[row.taskTitle, row.account, row.orderNumber].filter(Boolean).join(' · ')}
        strong
      />
    ),
    title: titleOf,
  },
  {
    id: 'falloutShort',
    header: t('fallout.column.fallout'),
    width: 'minmax(0, 1fr)',
    below: BESIDE_PX,
    cell: row => (
      <TwoLines
        first={word('codes.falloutType', row.type)}
        second={
          <>
            <State of="fallout" state={row.state} /> · {row.taskTitle}
          </>
        }
        strong
      />
    ),
    title: titleOf,
  },
  {
    id: 'state',
    header: t('fallout.column.state'),
    width: '172px',
    from: BESIDE_PX,
    cell: row => (
      <TwoLines first={<State of="fallout" state={row.state} />} second={<Priority value={row.priority} />} />
    ),
  },
  {
    id: 'age',
    header: t('fallout.column.age'),
    width: '58px',
    from: BESIDE_PX,
    align: 'end',
    cell: row => <time dateTime={row.raisedAt}>{ageWords(row.raisedAt)}</time>,
    title: row => timeOf(row.raisedAt),
  },
  {
    id: 'due',
    header: t('fallout.column.due'),
    width: '116px',
    from: BESIDE_PX,
    cell: row => (
      <TwoLines
        first={row.dueAt === null ? null : <Due at={row.dueAt} ended={hasEnded(row.state)} />}
        second={names.person(row.owner) || names.team(row.group) || t('fallout.triage.nobody')}
      />
    ),
    title: row => names.person(row.owner) || names.team(row.group),
  },
];
