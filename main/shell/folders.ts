/** Where a person's settings and workspaces live on each operating system. */
import { homedir } from 'node:os';
import { join } from 'node:path';

const APP = 'Fulfillment Desk';

type Machine = { readonly platform: NodeJS.Platform; readonly home: string; readonly env: Readonly<NodeJS.ProcessEnv> };

const thisMachine = (): Machine => ({ platform: process.platform, home: homedir(), env: process.env });

/** The folder of the settings file, the same for both shells. */
export function settingsFolder({ platform, home, env }: Machine = thisMachine()): string {
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home, 'AppData', 'Roaming'), APP);
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', APP);
  return join(env['XDG_CONFIG_HOME'] || join(home, '.config'), APP);
}

/** The folder of the workspace when the person names none; never a roaming one, which could be copied while in use. */
export function defaultWorkspace({ platform, home, env }: Machine = thisMachine()): string {
  if (platform === 'win32') return join(env['LOCALAPPDATA'] ?? join(home, 'AppData', 'Local'), APP, 'workspace');
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', APP, 'workspace');
  return join(env['XDG_DATA_HOME'] || join(home, '.local', 'share'), 'fulfillment-desk', 'workspace');
}
