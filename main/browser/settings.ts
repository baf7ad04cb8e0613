/** The shells' settings file, read with the engine that `electron-store` uses too. */
import Conf from 'conf';
import { settingsFolder } from '../shell/folders.ts';
import type { SettingsFile } from '../shell/settings.ts';

export function openSettings(): SettingsFile {
  return new Conf<Record<string, unknown>>({ cwd: settingsFolder(), configName: 'settings', clearInvalidConfig: true });
}
