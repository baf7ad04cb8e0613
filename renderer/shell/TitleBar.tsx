/** The bar on top of every screen: way back, search, where the data lies and how fresh it is, theme, person. */
import { ActionIcon, UnstyledButton, VisuallyHidden } from '@mantine/core';
import { openPalette } from '../actions/openPalette.ts';
import { RunningBatch } from '../batch/RunningBatch.tsx';
import { useCall } from '../calls.ts';
import { hashOf } from '../route.ts';
import { Icon } from '../ui/Icon.tsx';
import { KeyHint } from '../ui/KeyHint.tsx';
import { t } from '../words/words.ts';
import { PersonMenu } from './PersonMenu.tsx';
import { ThemeToggle } from './ThemeToggle.tsx';
import { useReachable } from './useReachable.ts';
import classes from './TitleBar.module.css';

export function TitleBar() {
  return (
    <header className={classes.bar}>
      <a href={hashOf({ screen: 'approvals' })} className={classes.brand}>
        {t('shell.appName')}
      </a>
      <span className={classes.steps}>
        <Step icon="back" keys="Alt+ArrowLeft" onClick={() => window.history.back()} />
        <Step icon="forward" keys="Alt+ArrowRight" onClick={() => window.history.forward()} />
      </span>
      <UnstyledButton className={classes.search} aria-keyshortcuts="Control+K" onClick={openPalette}>
        <Icon name="search" />
        <span className={classes.searchText} aria-hidden="true">
          {t('shell.title.search')}
        </span>
        <VisuallyHidden>{t('shell.title.searchLabel')}</VisuallyHidden>
        <KeyHint keys="Ctrl+K" />
      </UnstyledButton>
      <RunningBatch />
      <Saved />
      <ThemeToggle />
      <PersonMenu />
    </header>
  );
}

type StepProps = { readonly icon: 'back' | 'forward'; readonly keys: string; readonly onClick: () => void };

function Step({ icon, keys, onClick }: StepProps) {
  const label = t(`shell.title.${icon}`);
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={label}
      aria-keyshortcuts={keys}
      title={label}
      onClick={onClick}
    >
      <Icon name={icon} />
    </ActionIcon>
  );
}

/** What one person lets another decide begins and ends without a notice. */
const RIGHTS_MS = 60_000;

/** Says that everything is kept here, and as of when it is shown; it never claims more, and says when that is not so. */
function Saved() {
  const session = useCall('workspace.status', {}, { every: RIGHTS_MS }).value;
  const { isReachable, asOf: at } = useReachable();
  if (!isReachable) {
    return (
      <span className={classes.away} title={t('shell.away.text', { at })}>
        <Icon name="cross" /> <span className={classes.awayText}>{t('shell.title.away')}</span>
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
