/** The columns of a queue of tasks, two lines each: what and where, how it stands, when it is due and with whom. */
import { useMemo } from 'react';
import type { TaskRow } from '../../preload/contract/task.ts';
import type { Names } from '../names.ts';
import { useTaskLevel } from '../outlooks.ts';
import { useNames } from '../people.ts';
import { JeopardyMark } from '../plan/JeopardyMark.tsx';
import { State } from '../State.tsx';
import type { Column } from '../ui/queueGridProps.ts';
import { t } from '../words/words.ts';
import { Due } from './Due.tsx';
import { EscalatedMark } from './Escalated.tsx';
import { Priority } from './Priority.tsx';
import { TwoLines } from './TwoLines.tsx';

/** Narrower, there is no room beside the name. */
const BESIDE_PX = 450;

const hasEnded = ({ state }: TaskRow): boolean => state === 'closedComplete' || state === 'canceled';
const placeOf = ({ location, account, number }: TaskRow): string =>
  [location, account, number].filter(Boolean).join(' · ');

export function useTaskColumns(): readonly Column<TaskRow>[] {
  const names = useNames();
  return useMemo(() => columnsFor(names), [names]);
}

/** From half of its time limit on; before that there is nothing to hurry for. */
function TaskJeopardy({ row }: { readonly row: TaskRow }) {
  const level = useTaskLevel(row, !hasEnded(row));
  if (!level || level.jeopardy === 'low') return null;
  return <JeopardyMark level={level.jeopardy} share={level.slaShare} glyphOnly />;
}

const isEscalated = ({ escalatedPerson, escalatedGroup }: TaskRow): boolean =>
  escalatedPerson !== null || escalatedGroup !== null;
const escalationOf = ({ escalatedPerson, escalatedGroup }: TaskRow, names: Names): string =>
  names.person(escalatedPerson) || names.team(escalatedGroup);

const columnsFor = (names: Names): readonly Column<TaskRow>[] => [
  {
    id: 'task',
    header: t('tasks.column.task'),
    width: 'minmax(180px, 1fr)',
    from: BESIDE_PX,
    cell: row => (
      <TwoLines
        first={row.title}
        second={
          <>
            {isEscalated(row) && (
              <>
                <EscalatedMark to={escalationOf(row, names)} />
                {' · '}
              </>
            )}
            {placeOf(row)}
          </>
        }
        strong
      />
    ),
    title: row => `${row.title} · ${row.domainOrder}\n${placeOf(row)}`,
  },
  {
    id: 'taskShort',
    header: t('tasks.column.task'),
    width: 'minmax(0, 1fr)',
    below: BESIDE_PX,
    cell: row => (
      <TwoLines
        first={row.title}
        second={
          <>
            <State of="task" state={row.state} /> · <Due at={row.dueAt} ended={hasEnded(row)} />{' '}
            <TaskJeopardy row={row} />
            {isEscalated(row) && (
              <>
                {' · '}
                <EscalatedMark to={escalationOf(row, names)} />
              </>
            )}
          </>
        }
        strong
      />
    ),
    title: row => `${row.title} · ${row.domainOrder}\n${placeOf(row)}`,
  },
  {
    id: 'state',
    header: t('tasks.column.state'),
    width: '124px',
    from: BESIDE_PX,
    cell: row => <TwoLines first={<State of="task" state={row.state} />} second={<Priority value={row.priority} />} />,
  },
  {
    id: 'due',
    header: t('tasks.column.due'),
    width: '128px',
    from: BESIDE_PX,
    cell: row => (
      <TwoLines
        first={
          <>
            <Due at={row.dueAt} ended={hasEnded(row)} /> <TaskJeopardy row={row} />
          </>
        }
        second={names.person(row.assignee) || names.team(row.group)}
      />
    ),
    title: row => names.person(row.assignee) || names.team(row.group),
  },
];
