/** Starts the Electron shell: one instance, one workspace, one hardened window on one desk. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { app, dialog, nativeTheme, session, type BrowserWindow } from 'electron';
import { openDesk } from '../app/openDesk.ts';
import { defaultWorkspace, settingsFolder } from '../shell/folders.ts';
import { log } from '../shell/log.ts';
import { readOptions } from '../shell/options.ts';
import { chooseWorkspace, openForgiving, readSettings } from '../shell/settings.ts';
import { explainHeld, takeWorkspace } from '../shell/workspaceLock.ts';
import { prepareAbout } from './about.ts';
import { answerCalls, passNotices } from './calls.ts';
import { denyPermissions } from './hardening.ts';
import { showMenu } from './menu.ts';
import { declareScheme, serveWindow } from './protocol.ts';
import { openSettings } from './settings.ts';
import { openWindow, PARTITION } from './window.ts';

/** @param args the command line after the program's own name */
export async function boot(args: readonly string[]): Promise<void> {
  app.setPath('userData', settingsFolder());
  if (!app.requestSingleInstanceLock()) return app.quit();
  app.enableSandbox();
  declareScheme();
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  try {
    await open(args);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log(reason);
    dialog.showErrorBox('Fulfillment Desk cannot start', reason);
    app.exit(1);
  }
}

async function open(args: readonly string[]): Promise<void> {
  const settings = openForgiving(openSettings, log);
  const { theme, lastWorkspace } = readSettings(settings);
  const workspaceDir =
    chooseWorkspace(readOptions(args, false).workspace, lastWorkspace, existsSync) ?? defaultWorkspace();
  const lock = takeWorkspace(workspaceDir, 'electron');
  if (!lock.taken) throw new Error(explainHeld(workspaceDir, lock.holder, lock.file));
  app.on('quit', lock.release);
  settings.set('lastWorkspace', workspaceDir);
  nativeTheme.themeSource = theme;

  const desk = await openDesk({ workspaceDir, log });
  closeBeforeQuitting(desk.close);
  const own = session.fromPartition(PARTITION);
  denyPermissions(own);
  serveWindow(own, fileURLToPath(new URL('../renderer', import.meta.url)));
  answerCalls(desk, log);
  const window = openWindow(settings);
  passNotices(desk, window);
  prepareAbout();
  showMenu({ window, settings, workspaceDir, theme });
  app.on('second-instance', () => comeForward(window));
}

/** Electron does not wait for promises when it quits, so the first attempt is held back until the desk is closed. */
function closeBeforeQuitting(close: () => Promise<void>): void {
  app.once('will-quit', event => {
    event.preventDefault();
    close().then(
      () => app.quit(),
      (error: unknown) => {
        log(`Closing failed: ${String(error)}`);
        app.exit(1);
      },
    );
  });
}

function comeForward(window: BrowserWindow): void {
  if (window.isDestroyed()) return;
  if (window.isMinimized()) window.restore();
  window.focus();
}
