/** Settings of this person on this machine, and what there is to know about the workspace. */
import { Select, SegmentedControl, Table, useMantineColorScheme, type MantineColorScheme } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDesk } from '../DeskProvider.tsx';
import { useNames, useSession } from '../people.ts';
import { PolicySections } from '../policy/PolicySections.tsx';
import { rolesText } from '../shell/PersonMenu.tsx';
import { Facts } from '../ui/Facts.tsx';
import { Pane } from '../ui/Pane.tsx';
import { TableScroll } from '../ui/TableScroll.tsx';
import { zoneOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { changeSettings, useSettings, type AfterDecision, type SingleKeys } from './settings.ts';
import classes from './SettingsScreen.module.css';

const schemes: readonly MantineColorScheme[] = ['light', 'dark', 'auto'];
const singleKeyChoices: readonly SingleKeys[] = ['on', 'focused', 'off'];
const afterDecisionChoices: readonly AfterDecision[] = ['next', 'stay'];

export function SettingsScreen() {
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const settings = useSettings();
  return (
    <Pane title={t('shell.settings.title')}>
      <div className={classes.page}>
        <Section title={t('shell.settings.appearance')}>
          <SegmentedControl
            aria-label={t('shell.theme.label')}
            value={colorScheme}
            onChange={value => setColorScheme(value)}
            data={schemes.map(value => ({ value, label: t(`shell.theme.${value}`) }))}
          />
        </Section>
        <Section title={t('shell.settings.keyboard')}>
          <Select
            className={classes.choice ?? ''}
            label={t('shell.settings.singleKeys')}
            description={t('shell.settings.singleKeysText')}
            value={settings.singleKeys}
            onChange={value => value && changeSettings({ singleKeys: value })}
            data={singleKeyChoices.map(value => ({ value, label: t(`shell.settings.singleKeys.${value}`) }))}
            allowDeselect={false}
          />
          <Select
            className={classes.choice ?? ''}
            label={t('shell.settings.afterDecision')}
            value={settings.afterDecision}
            onChange={value => value && changeSettings({ afterDecision: value })}
            data={afterDecisionChoices.map(value => ({ value, label: t(`shell.settings.afterDecision.${value}`) }))}
            allowDeselect={false}
          />
        </Section>
        <Section title={t('shell.settings.workspace')}>
          <WorkspaceFacts />
        </Section>
        <Section title={t('policy.title')}>
          <PolicySections />
        </Section>
        <Section title={t('shell.settings.people')}>
          <PeopleTable />
        </Section>
      </div>
    </Pane>
  );
}

const Section = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <section className={classes.section} aria-label={title}>
    <h3 className={classes.heading}>{title}</h3>
    {children}
  </section>
);

function WorkspaceFacts() {
  const session = useSession();
  const { shell } = useDesk();
  const catalog = session?.catalog;
  return (
    <Facts
      facts={[
        { name: t('shell.settings.folder'), value: session?.folder },
        {
          name: t('shell.settings.catalog'),
          value: catalog
            ? t('shell.settings.catalogText', {
                version: catalog.version,
                label: catalog.label,
                count: catalog.specifications,
              })
            : t('shell.settings.noCatalog'),
        },
        { name: t('shell.settings.times'), value: t('shell.settings.timesText', { zone: zoneOf() }) },
        { name: t('shell.settings.version'), value: session?.appVersion },
        { name: t('shell.settings.shell'), value: t(`shell.settings.shell.${shell}`) },
      ]}
    />
  );
}

function PeopleTable() {
  const session = useSession();
  const names = useNames();
  return (
    <TableScroll label={t('shell.settings.people')}>
      <Table className={classes.table ?? ''} aria-label={t('shell.settings.people')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('shell.settings.person')}</Table.Th>
            <Table.Th>{t('shell.settings.roles')}</Table.Th>
            <Table.Th>{t('shell.settings.teams')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {session?.people.map(person => (
            <Table.Tr key={person.id}>
              <Table.Td>{person.name}</Table.Td>
              <Table.Td>{rolesText(person.roles)}</Table.Td>
              <Table.Td>{person.groups.map(names.team).join(', ') || '—'}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </TableScroll>
  );
}
