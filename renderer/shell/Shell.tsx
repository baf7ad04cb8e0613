/** The frame around every screen: title bar, navigation, the work itself, and what is reachable from everywhere. */
import { useMantineColorScheme } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { ActionMenu } from '../actions/ActionMenu.tsx';
import { openPalette } from '../actions/openPalette.ts';
import { Palette } from '../actions/Palette.tsx';
import { useActions } from '../actions/registry.ts';
import { ShortcutSheet } from '../actions/ShortcutSheet.tsx';
import { typeAheadOf } from '../actions/typeAhead.ts';
import { useKeys } from '../actions/useKeys.ts';
import { afterFrame } from '../afterFrame.ts';
import { navigate, useRoute, type Screen } from '../route.ts';
import { UndoHost } from '../undo/UndoHost.tsx';
import { t, type WordKey } from '../words/words.ts';
import { AwayBanner } from './AwayBanner.tsx';
import { NavRail } from './NavRail.tsx';
import { focusNextPane } from './panes.ts';
import { TitleBar } from './TitleBar.tsx';
import { useReachable } from './useReachable.ts';
import classes from './Shell.module.css';

/** What the page is about, for those who hear it. */
const screenNames: { readonly [S in Screen]: WordKey } = {
  approvals: 'shell.nav.approvals',
  orders: 'shell.nav.orders',
  order: 'shell.kind.order',
  tasks: 'shell.nav.tasks',
  fallout: 'shell.nav.fallout',
  import: 'shell.nav.import',
  batches: 'shell.nav.batches',
  settings: 'shell.nav.settings',
};

/** A browser knows these keys by itself, Electron does not. In a text they move by words. */
const step = { notWhileTyping: true } as const;

/** There may be nowhere to go. */
const STEP_MS = 300;

export function Shell({ children }: { readonly children: ReactNode }) {
  const [sheet, setSheet] = useState(false);
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const route = useRoute();
  const { screen } = route;
  const reach = useReachable();
  useKeys();
  const typeAhead = typeAheadOf(useQueryClient());
  /** The browser goes there a moment later; until then keys must not act on what is left. */
  function leadBy(step: () => void): void {
    const release = typeAhead.hold({ until: 'answer' });
    const limit = setTimeout(release, STEP_MS);
    window.addEventListener('hashchange', () => afterFrame(() => (clearTimeout(limit), release())), { once: true });
    step();
  }
  useEffect(() => () => setSheet(false), [route]);
  useActions('global', [
    { id: 'palette', label: 'shell.action.palette', keys: 'Ctrl+K', run: openPalette },
    { id: 'shortcuts', label: 'shell.action.shortcuts', keys: '?|F1', run: () => setSheet(true) },
    { id: 'goApprovals', label: 'shell.action.goApprovals', keys: 'g a', run: () => navigate({ screen: 'approvals' }) },
    { id: 'goOrders', label: 'shell.action.goOrders', keys: 'g o', run: () => navigate({ screen: 'orders' }) },
    { id: 'goTasks', label: 'shell.action.goTasks', keys: 'g t', run: () => navigate({ screen: 'tasks' }) },
    { id: 'goFallout', label: 'shell.action.goFallout', keys: 'g f', run: () => navigate({ screen: 'fallout' }) },
    { id: 'goImport', label: 'shell.action.goImport', keys: 'g i', run: () => navigate({ screen: 'import' }) },
    { id: 'goBatches', label: 'shell.action.goBatches', keys: 'g b', run: () => navigate({ screen: 'batches' }) },
    {
      id: 'goSettings',
      label: 'shell.action.goSettings',
      keys: 'g s|Ctrl+,',
      run: () => navigate({ screen: 'settings' }),
    },
    {
      ...step,
      id: 'back',
      label: 'shell.title.back',
      keys: 'Alt+ArrowLeft',
      run: () => leadBy(() => window.history.back()),
    },
    {
      ...step,
      id: 'forward',
      label: 'shell.title.forward',
      keys: 'Alt+ArrowRight',
      run: () => leadBy(() => window.history.forward()),
    },
    { id: 'nextPane', label: 'shell.action.nextPane', keys: 'F6', run: () => focusNextPane(1) },
    { id: 'previousPane', label: 'shell.action.previousPane', keys: 'Shift+F6', run: () => focusNextPane(-1) },
    {
      id: 'theme',
      label: 'shell.action.theme',
      run: () => setColorScheme(colorScheme === 'dark' ? 'light' : 'dark'),
    },
  ]);

  return (
    <div className={classes.shell}>
      <a href="#main" className={classes.skip} onClick={skip}>
        {t('shell.skip')}
      </a>
      <TitleBar />
      <AwayBanner {...reach} />
      <NavRail />
      <main id="main" className={classes.main} tabIndex={-1}>
        <h1 className={classes.hidden}>{t(screenNames[screen])}</h1>
        {children}
      </main>
      <Palette />
      <ActionMenu />
      {sheet && <ShortcutSheet onClose={() => setSheet(false)} />}
      <UndoHost />
    </div>
  );
}

/** The address belongs to the router, so the link moves the focus itself. */
function skip(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
