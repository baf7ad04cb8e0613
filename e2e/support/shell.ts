/** Starts the real app in its browser shell, as a process of its own, on a folder of its own. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const CABLE_OUT = new URL('cableOut.ts', import.meta.url).href;
const PROGRAM = fileURLToPath(new URL('../../dist/main/browser.js', import.meta.url));

export type Shell = {
  /** Good for one entry. */
  readonly address: string;
  /** Ends the process, kindly or as a power cut would, and waits until it is gone. */
  readonly end: (signal: 'SIGTERM' | 'SIGKILL') => Promise<void>;
  /** What it has complained of so far. */
  readonly complaints: () => string;
};

export type ShellOptions = {
  readonly workspaceDir: string;
  /** Where it keeps what belongs to the person and not to the workspace. */
  readonly home: string;
  /** With every way out of the machine cut. */
  readonly cableOut: boolean;
};

/** @throws Error with the process's own words when it ends before it is up */
export async function startShell({ workspaceDir, home, cableOut }: ShellOptions): Promise<Shell> {
  const env = { ...process.env, HOME: home, APPDATA: home, XDG_CONFIG_HOME: join(home, 'config') };
  const execArgv = cableOut ? ['--import', CABLE_OUT] : [];
  const child = fork(PROGRAM, ['--workspace', workspaceDir], { env, execArgv, silent: true });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const exit = once(child, 'exit');
  const [message] = (await Promise.race([once(child, 'message'), exit.then(() => [])])) as [{ address: string }?];
  if (!message) throw new Error(`Fulfillment Desk did not start: ${said}`);
  return { address: message.address, end: signal => endProcess(child, exit, signal), complaints: () => said };
}

async function endProcess(child: ChildProcess, exit: Promise<unknown>, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  child.kill(signal);
  await exit;
}
