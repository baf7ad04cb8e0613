/** Finds Electron's binary, or tries once to fetch it: its npm package brings only the code that downloads it. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type Found = { readonly binary: string } | { readonly missing: string };

const FETCH_TIMEOUT_MS = 300_000;
/** After a failed download, the next starts do not wait for another one. */
const PATIENCE_MS = 6 * 60 * 60 * 1000;
const FAILED = fileURLToPath(new URL('../node_modules/.cache/desk/electron-not-fetched', import.meta.url));

/** @param eager tries the download even when it failed a short time ago */
export function findElectron(eager: boolean): Found {
  const folder = dirname(createRequire(import.meta.url).resolve('electron/package.json'));
  const there = installed(folder);
  if (there) return { binary: there };
  const failed = statSync(FAILED, { throwIfNoEntry: false });
  if (failed && !eager && Date.now() - failed.mtimeMs < PATIENCE_MS) {
    return { missing: `Electron could not be fetched (${readFileSync(FAILED, 'utf8')})` };
  }
  const { stderr, error } = spawnSync(process.execPath, [join(folder, 'install.js')], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
    timeout: FETCH_TIMEOUT_MS,
  });
  const fetched = installed(folder);
  if (fetched) {
    rmSync(FAILED, { force: true });
    return { binary: fetched };
  }
  const reason = (stderr.split('\n')[0] || error?.message || 'no reason given').replace(/^\w*Error: /, '');
  remember(reason);
  return { missing: `Electron could not be fetched (${reason})` };
}

function remember(reason: string): void {
  try {
    mkdirSync(dirname(FAILED), { recursive: true });
    writeFileSync(FAILED, reason);
  } catch {
    // Whoever may not write here tries the download at every start.
  }
}

function installed(folder: string): string | undefined {
  const note = join(folder, 'path.txt');
  if (!existsSync(note)) return undefined;
  const binary = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(folder, 'dist'), readFileSync(note, 'utf8'));
  return existsSync(binary) ? binary : undefined;
}
