/** The one window: its security settings, its place on the screen, and its way back to that place next time. */
import { BrowserWindow, nativeTheme, screen, type BrowserWindowConstructorOptions } from 'electron';
import { fileURLToPath } from 'node:url';
import { fitOnScreens, readSettings, type Bounds, type SettingsFile } from '../shell/settings.ts';
import { denyNavigation } from './hardening.ts';
import { WINDOW_ADDRESS } from './origin.ts';

/** Kept on disk, so that drafts outlive the window; apart from whatever else this profile may hold. */
export const PARTITION = 'persist:desk';

const LIGHT = '#ffffff';
const DARK = '#242424';

/** Everything a page could abuse is off; the background matches the theme, so that no white flashes before the first paint. */
export function windowOptions(bounds: Bounds, dark: boolean, preload: string): BrowserWindowConstructorOptions {
  return {
    ...bounds,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Fulfillment Desk',
    backgroundColor: dark ? DARK : LIGHT,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      nodeIntegrationInWorker: false,
      webSecurity: true,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      partition: PARTITION,
    },
  };
}

export function openWindow(settings: SettingsFile): BrowserWindow {
  const screens = screen.getAllDisplays().map(display => display.workArea);
  const bounds = fitOnScreens(readSettings(settings).bounds, screens);
  const preload = fileURLToPath(new URL('../preload/electron.cjs', import.meta.url));
  const window = new BrowserWindow(windowOptions(bounds, nativeTheme.shouldUseDarkColors, preload));
  denyNavigation(window.webContents);
  window.once('ready-to-show', () => window.show());
  window.on('close', () => settings.set('bounds', window.getNormalBounds()));
  void window.loadURL(WINDOW_ADDRESS);
  return window;
}
