/** One program per workspace: a lock file that names its holder and that a killed holder cannot leave closed. */
import { randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { processStart } from './processStart.ts';

export type Holder = {
  readonly pid: number;
  /** When that process started, as its system counts it; '' where the system cannot tell. */
  readonly started: string;
  readonly host: string;
  readonly shell: 'electron' | 'browser';
  readonly since: string;
};

export type Lock =
  | { readonly taken: true; readonly release: () => void }
  | { readonly taken: false; readonly holder: Holder | undefined; readonly file: string };

/**
 * Takes the workspace for this process; says who has it when another one does.
 * @throws Error with one sentence when the folder cannot be used
 */
export function takeWorkspace(folder: string, shell: Holder['shell']): Lock {
  try {
    mkdirSync(folder, { recursive: true });
    return take(folder, shell);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(`The folder ${folder} cannot be used as a workspace: ${reason}.`, { cause: error });
  }
}

function take(folder: string, shell: Holder['shell']): Lock {
  const file = join(folder, 'in-use.json');
  const me: Holder = {
    pid: process.pid,
    started: processStart(process.pid) ?? '',
    host: hostname(),
    shell,
    since: new Date().toISOString(),
  };
  for (let attempt = 0; attempt < 2; attempt += 1) {
    if (claim(file, me)) return { taken: true, release: () => release(file, me) };
    const holder = readHolder(file);
    if (holder && isRunning(holder)) return { taken: false, holder, file };
    setAside(file, holder);
  }
  return { taken: false, holder: readHolder(file), file };
}

/** The sentence for the one who came second. */
export function explainHeld(folder: string, holder: Holder | undefined, file: string): string {
  if (!holder) return `The workspace ${folder} is being opened by another Fulfillment Desk; try again in a moment.`;
  const shell = holder.shell === 'electron' ? 'the desktop window' : 'the browser shell';
  const where = holder.host === hostname() ? '' : ` on ${holder.host}`;
  const since = new Date(holder.since).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  const remedy = where ? ` If that machine no longer runs it, delete ${file}.` : ' Close it there first.';
  return `The workspace ${folder} is open in ${shell} (process ${holder.pid}${where}, since ${since}).${remedy}`;
}

/** A link appears whole or not at all, so nobody ever reads half a lock. */
function claim(file: string, me: Holder): boolean {
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(me));
  try {
    linkSync(draft, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function release(file: string, me: Holder): void {
  const holder = readHolder(file);
  if (holder?.pid === me.pid && holder.host === me.host && holder.since === me.since) rmSync(file, { force: true });
}

function readHolder(file: string): Holder | undefined {
  try {
    const { pid, started, host, shell, since } = JSON.parse(readFileSync(file, 'utf8')) as Partial<
      Record<keyof Holder, unknown>
    >;
    const known = shell === 'electron' || shell === 'browser';
    if (!Number.isInteger(pid) || typeof started !== 'string' || typeof host !== 'string' || !known) return undefined;
    return { pid: Number(pid), started, host, shell, since: String(since) };
  } catch {
    return undefined;
  }
}

/** A process of another machine cannot be looked at, so it counts as running. */
function isRunning({ pid, started, host }: Holder): boolean {
  if (host !== hostname()) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  return started === '' || processStart(pid) === started;
}

/** Moves a dead holder's lock out of the way; puts it back when, meanwhile, it became somebody else's. */
function setAside(file: string, dead: Holder | undefined): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  const moved = readHolder(aside);
  if (moved && (moved.pid !== dead?.pid || moved.since !== dead.since)) {
    try {
      linkSync(aside, file);
    } catch {
      // A third starter was faster; its lock stands.
    }
  }
  rmSync(aside, { force: true });
}
