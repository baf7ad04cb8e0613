/** The screens with the number of things that wait in each; a rail of icons in a narrow window. */
import { VisuallyHidden } from '@mantine/core';
import clsx from 'clsx';
import { useCall } from '../calls.ts';
import { hashOf, useRoute, type Route, type Screen } from '../route.ts';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { briefCountOf } from '../words/format.ts';
import { t, type WordKey } from '../words/words.ts';
import type { Counts } from '../../preload/contract/session.ts';
import classes from './NavRail.module.css';

type Entry = {
  readonly route: Route;
  readonly icon: IconName;
  readonly name: WordKey;
  readonly count?: (counts: Counts) => number;
  /** Also lit while one of these is shown. */
  readonly also?: Screen;
};

const entries: readonly Entry[] = [
  { route: { screen: 'approvals' }, icon: 'approvals', name: 'shell.nav.approvals', count: counts => counts.approvals },
  {
    route: { screen: 'orders' },
    icon: 'orders',
    name: 'shell.nav.orders',
    count: counts => counts.orders,
    also: 'order',
  },
  { route: { screen: 'tasks' }, icon: 'tasks', name: 'shell.nav.tasks', count: counts => counts.tasksMine },
  { route: { screen: 'fallout' }, icon: 'fallout', name: 'shell.nav.fallout', count: counts => counts.falloutsOpen },
  { route: { screen: 'import' }, icon: 'import', name: 'shell.nav.import', also: 'batches' },
];

const below: readonly Entry[] = [{ route: { screen: 'settings' }, icon: 'settings', name: 'shell.nav.settings' }];

export function NavRail() {
  const { screen } = useRoute();
  const { value: counts } = useCall('counts.get', {}, { keepPrevious: true });
  const link = (entry: Entry) => (
    <NavLine
      key={entry.name}
      entry={entry}
      counts={counts}
      here={screen === entry.route.screen || screen === entry.also}
    />
  );
  return (
    <nav className={classes.rail} aria-label={t('shell.nav.label')} data-pane="" tabIndex={-1}>
      {entries.map(link)}
      <span className={classes.gap} />
      {below.map(link)}
    </nav>
  );
}

type LineProps = { readonly entry: Entry; readonly counts: Counts | undefined; readonly here: boolean };

function NavLine({ entry, counts, here }: LineProps) {
  const name = t(entry.name);
  const count = counts && entry.count?.(counts);
  return (
    <a
      href={hashOf(entry.route)}
      className={clsx(classes.link, here && classes.here)}
      aria-current={here ? 'page' : undefined}
      title={count === undefined ? name : t('shell.nav.counted', { name, count })}
    >
      <Icon name={entry.icon} size={18} />
      <VisuallyHidden>{count === undefined ? name : t('shell.nav.counted', { name, count })}</VisuallyHidden>
      <span className={classes.name} aria-hidden="true">
        {name}
      </span>
      {count !== undefined && count > 0 && (
        <span className={classes.count} aria-hidden="true">
          {briefCountOf(count)}
        </span>
      )}
    </a>
  );
}
