/** The bar on top of every screen: way back, search, where the data lies and how fresh it is, theme, person. */
import { ActionIcon, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { openPalette } from '../actions/openPalette.ts';
import { useCall } from '../calls.ts';
import { hashOf } from '../route.ts';
import { Icon } from '../ui/Icon.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { clockOf } from '../words/format.ts';
import { t } from '../words/words.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { ThemeToggle } from './ThemeToggle.tsx';
import classes from './TitleBar.module.css';

export function TitleBar() {
  return (
    <header className={classes.bar}>
      <a href={hashOf({ screen: 'approvals' })} className={classes.brand}>
        {t('shell.appName')}
      </a>
      <span className={classes.steps}>
        <Step icon="back" label={t('shell.title.back')} onClick={() => window.history.back()} />
        <Step icon="forward" label={t('shell.title.forward')} onClick={() => window.history.forward()} />
      </span>
      <UnstyledButton className={classes.search} aria-keyshortcuts="Control+K" onClick={openPalette}>
        <Icon name="search" />
        <span className={classes.searchText} aria-hidden="true">
          {t('shell.title.search')}
        </span>
        <VisuallyHidden>{t('shell.title.searchLabel')}</VisuallyHidden>
        <KeyHint keys="Ctrl+K" />
      </UnstyledButton>
      <Saved />
      <ThemeToggle />
      <PersonMenu />
    </header>
  );
}

type StepProps = { readonly icon: 'back' | 'forward'; readonly label: string; readonly onClick: () => void };

const Step = ({ icon, label, onClick }: StepProps) => (
  <ActionIcon variant="subtle" color="gray" size={28} aria-label={label} title={label} onClick={onClick}>
    <Icon name={icon} />
  </ActionIcon>
);

/** How long the app may be gone before this window says so, though nobody asks anything of it. */
const HEARTBEAT_MS = 10_000;
/** What one person lets another decide begins and ends without a notice. */
const RIGHTS_MS = 60_000;

/** Says that everything is kept here, and as of when it is shown; it never claims more, and says when that is not so. */
function Saved() {
  const session = useCall('workspace.status', {}, { every: RIGHTS_MS }).value;
  const counts = useCall('counts.get', {}, { every: HEARTBEAT_MS });
  const client = useQueryClient();
  const away = counts.problem?.code === 'Unreachable';
  const updatedAt = client.getQueryState(['counts.get', {}])?.dataUpdatedAt ?? 0;
  const at = updatedAt > 0 ? clockOf(new Date(updatedAt).toISOString()) : '';
  if (away) {
    return (
      <span className={classes.away} role="status">
        <Icon name="cross" /> {t('shell.title.away')}
      </span>
    );
  }
  if (session?.damaged === true) {
    return (
      <span className={classes.away} role="alert" title={t('shell.title.damagedText', { folder: session.folder })}>
        <Icon name="cross" /> {t('shell.title.damaged')}
      </span>
    );
  }
  return (
    <span className={classes.saved} title={t('shell.title.savedAt', { folder: session?.folder ?? '', at })}>
      <Icon name="saved" />
      <span className={classes.savedText}>
        {t('shell.title.saved')}
        {at && <span className={classes.asOf}>{t('shell.title.asOf', { at })}</span>}
      </span>
    </span>
  );
}
