/** Starts the browser shell: takes the workspace, opens the desk on it, serves it on loopback, and stops cleanly. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { openDesk } from '../app/openDesk.ts';
import { defaultWorkspace } from '../shell/folders.ts';
import { log } from '../shell/log.ts';
import { readOptions } from '../shell/options.ts';
import { chooseWorkspace, openForgiving, readSettings, type SettingsFile } from '../shell/settings.ts';
import { explainHeld, takeWorkspace } from '../shell/workspaceLock.ts';
import { openServer, type BrowserServer, type ServerOptions } from './server.ts';
import { openSettings } from './settings.ts';

export type Started = { readonly address: string; readonly stop: () => Promise<void> };

/** @throws Error with one sentence for the person when the shell cannot start */
export async function boot(args: readonly string[]): Promise<Started> {
  const options = readOptions(args);
  const settings = openForgiving(openSettings, log);
  const workspaceDir =
    chooseWorkspace(options.workspace, readSettings(settings).lastWorkspace, existsSync) ?? defaultWorkspace();
  const lock = takeWorkspace(workspaceDir, 'browser');
  if (!lock.taken) throw new Error(explainHeld(workspaceDir, lock.holder, lock.file));
  settings.set('lastWorkspace', workspaceDir);
  try {
    const desk = await openDesk({ workspaceDir, log });
    const windowDir = fileURLToPath(new URL('../renderer', import.meta.url));
    const server = await openUsual({ desk, windowDir, port: options.port, log }, settings);
    const stop = async (): Promise<void> => {
      await server.close();
      await desk.close();
      lock.release();
    };
    return { address: server.address, stop };
  } catch (error) {
    lock.release();
    throw error;
  }
}

/**
 * Opens on the port that was asked for; else on the one of the last start, since a browser keeps what the window
 * stored (drafts, columns) by address; else on any free one, which becomes the usual one.
 */
async function openUsual(server: ServerOptions, settings: SettingsFile): Promise<BrowserServer> {
  if (server.port !== 0) return openServer(server);
  const usual = readSettings(settings).port;
  if (usual !== undefined) {
    try {
      return await openServer({ ...server, port: usual });
    } catch {
      return openServer(server);
    }
  }
  const opened = await openServer(server);
  settings.set('port', opened.port);
  return opened;
}
