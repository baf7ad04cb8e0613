/** What each person can do and where, for tasks that the desk hands out by itself. */
import { Table, TagsInput } from '@mantine/core';
import { useSession } from '../people.ts';
import { TableScroll } from '../ui/TableScroll.tsx';
import { t } from '../words/words.ts';
import type { SectionProps } from './PolicySection.tsx';
import classes from './Policy.module.css';

const blank = { skills: [], sites: [] };

export function PeopleSection({ draft, mayChange }: SectionProps) {
  const people = (useSession()?.people ?? []).filter(({ groups }) => groups.length > 0);
  const known = draft.policy.people;
  const skills = [...new Set(Object.values(known).flatMap(one => one.skills))].toSorted();
  return (
    <TableScroll label={t('policy.people.title')}>
      <Table className={classes.table ?? ''} aria-label={t('policy.people.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('policy.people.person')}</Table.Th>
            <Table.Th>{t('policy.people.skills')}</Table.Th>
            <Table.Th>{t('policy.people.sites')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {people.map(({ id, name }) => {
            const own = known[id] ?? blank;
            const put = (parts: Partial<typeof own>): void =>
              draft.change({ people: { ...known, [id]: { ...own, ...parts } } });
            return (
              <Table.Tr key={id}>
                <Table.Td className={classes.name ?? ''}>{name}</Table.Td>
                <Table.Td>
                  <TagsInput
                    size="xs"
                    classNames={{ inputField: classes.tagField ?? '', pill: classes.tag ?? '' }}
                    aria-label={t('policy.people.skillsOf', { name })}
                    {...(mayChange && own.skills.length === 0 && { placeholder: t('policy.people.add') })}
                    data={skills}
                    value={own.skills}
                    disabled={!mayChange}
                    onChange={values => put({ skills: values })}
                  />
                </Table.Td>
                <Table.Td>
                  <TagsInput
                    size="xs"
                    classNames={{ inputField: classes.tagField ?? '', pill: classes.tag ?? '' }}
                    aria-label={t('policy.people.sitesOf', { name })}
                    {...(own.sites.length === 0 && { placeholder: t('policy.people.anywhere') })}
                    value={own.sites}
                    disabled={!mayChange}
                    onChange={values => put({ sites: values })}
                  />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </TableScroll>
  );
}
