/** The shells' settings file, through `electron-store`. */
import { ipcMain } from 'electron';
import Store from 'electron-store';
import { settingsFolder } from '../shell/folders.ts';
import type { SettingsFile } from '../shell/settings.ts';

export function openSettings(): SettingsFile {
  const store = new Store<Record<string, unknown>>({
    cwd: settingsFolder(),
    name: 'settings',
    clearInvalidConfig: true,
  });
  // The store opens a channel of its own for windows; ours has exactly one, and it checks who sends.
  ipcMain.removeAllListeners('electron-store-get-data');
  return store;
}
