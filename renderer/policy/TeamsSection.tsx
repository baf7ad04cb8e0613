/** For each team: who gets a task that becomes ready, and when the team works. */
import { Button, Select, Table } from '@mantine/core';
import { useState } from 'react';
import type { Calendar } from '../../preload/contract/policy.ts';
import { useSession } from '../people.ts';
import { t } from '../words/words.ts';
import { TableScroll } from '../ui/TableScroll.tsx';
import { HoursDialog } from './HoursDialog.tsx';
import { hoursText } from './hours.ts';
import type { SectionProps } from './PolicySection.tsx';
import classes from './Policy.module.css';

const assignmentMethods = ['none', 'roundRobin', 'leastLoaded'] as const;

/** Stands for work that belongs to no team with hours of its own. */
const EVERYONE = '';

export function TeamsSection({ draft, mayChange }: SectionProps) {
  const session = useSession();
  const [editing, setEditing] = useState<string | null>(null);
  const { teams, calendar } = draft.policy;
  const known = session?.teams ?? [];
  const nameOf = (id: string): string => known.find(team => team.id === id)?.name ?? t('policy.teams.everyone');
  const calendarOf = (id: string): Calendar | undefined => (id === EVERYONE ? calendar : teams[id]?.calendar);

  function setCalendar(id: string, hours: Calendar | undefined): void {
    if (id === EVERYONE) draft.change({ calendar: hours });
    else {
      const { calendar: _calendar, ...rest } = teams[id] ?? { assignment: 'none' as const };
      draft.change({ teams: { ...teams, [id]: hours === undefined ? rest : { ...rest, calendar: hours } } });
    }
    setEditing(null);
  }

  if (known.length === 0) return <p className={classes.quiet}>{t('policy.teams.none')}</p>;
  return (
    <>
      <TableScroll label={t('policy.teams.title')}>
        <Table className={classes.table ?? ''} aria-label={t('policy.teams.title')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('policy.teams.team')}</Table.Th>
              <Table.Th>{t('policy.teams.assignment')}</Table.Th>
              <Table.Th>{t('policy.teams.hours')}</Table.Th>
              <Table.Td />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {[...known.map(({ id }) => id), EVERYONE].map(id => (
              <Table.Tr key={id}>
                <Table.Td className={classes.name ?? ''}>{nameOf(id)}</Table.Td>
                <Table.Td>
                  {id !== EVERYONE && (
                    <Select
                      aria-label={`${t('policy.teams.assignment')}: ${nameOf(id)}`}
                      data={assignmentMethods.map(value => ({ value, label: t(`policy.teams.assignment.${value}`) }))}
                      value={teams[id]?.assignment ?? 'none'}
                      allowDeselect={false}
                      disabled={!mayChange}
                      onChange={value => {
                        const assignment = assignmentMethods.find(one => one === value) ?? 'none';
                        draft.change({ teams: { ...teams, [id]: { ...teams[id], assignment } } });
                      }}
                    />
                  )}
                </Table.Td>
                <Table.Td>{hoursText(calendarOf(id))}</Table.Td>
                <Table.Td className={classes.end ?? ''}>
                  {mayChange && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t('policy.teams.edit', { team: nameOf(id) })}
                      onClick={() => setEditing(id)}
                    >
                      {t('policy.teams.change')}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </TableScroll>
      {editing !== null && (
        <HoursDialog
          team={nameOf(editing)}
          calendar={calendarOf(editing)}
          onDone={hours => setCalendar(editing, hours)}
          onClose={() => setEditing(null)}
        />
      )}
    </>
  );
}
