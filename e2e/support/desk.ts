/** The `test` of every spec: a running desk on an empty workspace, its page entered, and no tolerance for errors. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, type LaunchOptions, type Page } from '@playwright/test';
import { chooseBrowser } from './browser.ts';
import { seedWorkspace, type Seed } from './seed.ts';
import { startShell } from './shell.ts';

export { expect } from '@playwright/test';

export type RunningDesk = {
  readonly page: Page;
  readonly workspaceDir: string;
  /** A second window on the same desk; a deaf one is never told of changes, as when the notice is still on its way. */
  openWindow: (options?: { readonly deaf?: boolean }) => Promise<Page>;
  /** Ends the app without warning, as a power cut would. */
  kill: () => Promise<void>;
  /** Starts the app anew on the same workspace and enters again; a running one is ended kindly first. */
  restart: () => Promise<void>;
};

export const test = base.extend<
  { seed: Seed | null; cableOut: boolean; desk: RunningDesk },
  { launchOptions: LaunchOptions }
>({
  /** What is in the workspace before the app starts; null leaves it empty, as on the first run. */
  seed: [null, { option: true }],
  /** Starts the app with every way out of the machine cut; that it tried one fails the spec. */
  cableOut: [false, { option: true }],
  launchOptions: [
    async ({ launchOptions }, use) => {
      await use({ ...launchOptions, ...(await chooseBrowser()) });
    },
    { scope: 'worker' },
  ],
  desk: async ({ page, context, seed, cableOut }, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'desk-e2e-'));
    const workspaceDir = join(folder, 'workspace');
    if (seed) {
      mkdirSync(workspaceDir, { recursive: true });
      await seedWorkspace(workspaceDir, seed);
    }
    const problems = watch(page);
    const start = async (): Promise<Awaited<ReturnType<typeof startShell>>> => {
      const shell = await startShell({ workspaceDir, home: folder, cableOut });
      await page.goto(shell.address);
      problems.listening = true;
      return shell;
    };
    const stop = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
      problems.listening = false;
      await running?.end(signal);
      if (running?.complaints().includes('The cable is out')) problems.found.push(running.complaints());
      running = undefined;
    };
    let running: Awaited<ReturnType<typeof startShell>> | undefined = await start();
    await use({
      page,
      workspaceDir,
      async openWindow({ deaf = false } = {}) {
        const other = await context.newPage();
        if (deaf) await keepNoticesBack(other);
        await other.goto(new URL('/', page.url()).href);
        return other;
      },
      kill: () => stop('SIGKILL'),
      async restart() {
        await stop('SIGTERM');
        running = await start();
      },
    });
    await stop('SIGTERM');
    rmSync(folder, { recursive: true, force: true });
    if (problems.found.length > 0) throw new Error(`The page reported problems:\n${problems.found.join('\n')}`);
  },
});

async function keepNoticesBack(page: Page): Promise<void> {
  await page.routeWebSocket('**/desk', window => {
    const app = window.connectToServer();
    app.onMessage(message => {
      if (!String(message).startsWith('{"notice"')) window.send(message);
    });
  });
}

/** Collects what the page complains of, violations of its security policy included, except while the app is down. */
function watch(page: Page): { listening: boolean; readonly found: string[] } {
  const problems = { listening: true, found: [] as string[] };
  const note = (text: string): void => {
    if (problems.listening) problems.found.push(text);
  };
  page.on('console', message => {
    if (message.type() === 'error' || message.type() === 'warning') note(message.text());
  });
  page.on('pageerror', error => note(String(error)));
  return problems;
}
