/** `npm start`: builds what is stale, then opens Electron, or the browser shell where Electron cannot run. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { settingsFolder } from '../main/shell/folders.ts';
import { buildStale } from './build.ts';
import { findElectron } from './electronBinary.ts';
import { findSystemBrowser } from './systemBrowser.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const USAGE = 'Usage: npm start -- [--shell electron|browser] [--workspace DIR] [--port N]';

const { env, platform } = process;
const isRoot = process.getuid?.() === 0;
const hasDisplay = platform === 'win32' || platform === 'darwin' || Boolean(env['DISPLAY'] || env['WAYLAND_DISPLAY']);

export async function main(args: readonly string[]): Promise<void> {
  const { shell, shellArgs } = read(args);
  await buildStale();
  if (shell !== 'browser') {
    const obstacle = await openElectron(shellArgs, shell === 'electron');
    if (obstacle === undefined) return;
    if (shell === 'electron') throw new Error(`${obstacle}, so the Electron shell cannot open.`);
    console.log(`${obstacle}; opening the browser shell instead.`);
  }
  await openBrowserShell(shellArgs);
}

function read(args: readonly string[]): { shell: string | undefined; shellArgs: string[] } {
  const options = { shell: { type: 'string' }, workspace: { type: 'string' }, port: { type: 'string' } } as const;
  let values: { shell?: string; workspace?: string; port?: string };
  try {
    values = parseArgs({ args: [...args], options }).values;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`, { cause: error });
  }
  const { shell, workspace, port } = values;
  if (shell !== undefined && shell !== 'electron' && shell !== 'browser')
    throw new Error(`There is no shell "${shell}".\n${USAGE}`);
  const shellArgs = workspace === undefined ? [] : ['--workspace', resolve(workspace)];
  return { shell, shellArgs: port === undefined ? shellArgs : [...shellArgs, '--port', port] };
}

/** @returns why Electron did not run; undefined when it did */
async function openElectron(shellArgs: readonly string[], eager: boolean): Promise<string | undefined> {
  if (!hasDisplay) return 'There is no display';
  if (isRoot && platform === 'linux') return 'Electron does not run its sandbox as root';
  const found = findElectron(eager);
  if ('missing' in found) return found.missing;
  const child = spawn(found.binary, [ROOT, ...shellArgs], { stdio: 'inherit' });
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  // 127: libraries of the system are missing. A crash signal: the sandbox is not allowed here.
  if (code === 127 || signal === 'SIGTRAP' || signal === 'SIGSEGV') return 'Electron does not run on this system';
  process.exitCode = code ?? 1;
  return undefined;
}

async function openBrowserShell(shellArgs: readonly string[]): Promise<void> {
  const child = fork(join(ROOT, 'dist/main/browser.js'), shellArgs);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
  child.once('message', message => {
    const { address } = message as { address: string };
    if (hasDisplay) openPage(address, () => child.kill());
    else console.log('There is no display: open the address above in a browser of this machine. Ctrl+C stops the app.');
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  process.exitCode = code ?? 1;
}

/** A Chromium shows the page as a window of its own, whose end is the end of the app; any other browser as a tab. */
function openPage(address: string, onClosed: () => void): void {
  const chromium = findSystemBrowser();
  if (chromium) {
    const own = [
      '--no-first-run',
      '--no-default-browser-check',
      `--user-data-dir=${join(settingsFolder(), 'browser')}`,
    ];
    const child = spawn(chromium, [`--app=${address}`, ...own, ...(isRoot ? ['--no-sandbox'] : [])], {
      stdio: 'ignore',
    });
    child.once('exit', onClosed);
    child.once('error', () => console.log('Open the address above in a browser.'));
    return;
  }
  const [opener, ...before] = platform === 'win32' ? ['explorer.exe'] : platform === 'darwin' ? ['open'] : ['xdg-open'];
  spawn(opener, [...before, address], { stdio: 'ignore' }).once('error', () =>
    console.log('Open the address above in a browser.'),
  );
}
