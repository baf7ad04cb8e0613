/** The window of the real app in Chromium, as a person works in it: from the key or the click to the frame that shows what came of it (DESIGN §12). */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startShell, type Shell } from '../../e2e/support/shell.ts';
import { buildStale } from '../../scripts/build.ts';
import type { Bench } from '../bench.ts';
import { ms, withinMs, type Finding } from '../measure/finding.ts';
import { p50 } from '../measure/interleave.ts';
import { benchTasks, benchVerdicts } from '../window/deeds.ts';
import {
  benchFirstOpened,
  benchOpenedAgain,
  benchProjections,
  benchUnfold,
  benchWalk,
  benchWheel,
} from '../window/largePlan.ts';
import { benchPlanTasks } from '../window/planTasks.ts';
import { launchBrowser, type DeskBrowser, type DeskWindow } from '../window/openWindow.ts';
import { benchMoves, benchPalette, benchScreens, screens } from '../window/queueMoves.ts';
import { windowWorkspace } from '../window/windowWorkspace.ts';

/** What a scenario leaves open is where the next one begins. */
const scenarios: readonly {
  readonly name: string;
  readonly rounds: number;
  readonly run: (window: DeskWindow, rounds: number) => Promise<readonly Finding[]>;
}[] = [
  { name: 'moves', rounds: 120, run: (window, rounds) => benchMoves(window, rounds) },
  { name: 'screens', rounds: 48, run: (window, rounds) => benchScreens(window, rounds) },
  { name: 'palette', rounds: 26, run: benchPalette },
  { name: 'verdicts', rounds: 40, run: benchVerdicts },
  { name: 'tasks', rounds: 40, run: benchTasks },
  { name: 'plan, first', rounds: 1, run: benchFirstOpened },
  { name: 'plan, again', rounds: 20, run: benchOpenedAgain },
  { name: 'plan, walk', rounds: 120, run: benchWalk },
  { name: 'plan, scroll', rounds: 200, run: benchWheel },
  { name: 'plan, unfold', rounds: 30, run: benchUnfold },
  { name: 'plan, projections', rounds: 20, run: benchProjections },
  { name: 'plan, tasks', rounds: 30, run: benchPlanTasks },
];

const STARTS = 7;

export async function benchWindow({ log, rounds, tasks }: Bench): Promise<readonly Finding[]> {
  await buildStale();
  const browser = await launchBrowser();
  const workspace = windowWorkspace(tasks, log);
  const home = mkdtempSync(join(tmpdir(), 'fulfillment-desk-bench-home-'));
  const findings: Finding[] = [];
  try {
    const start = async (): Promise<Started> => startWindow(browser, { workspaceDir: workspace.dir, home });
    findings.push(await benchStart(start, rounds(STARTS)));
    const { shell, window, end } = await start();
    try {
      for (const { name, rounds: full, run } of scenarios) {
        log(`  ${name}`);
        findings.push(...(await pictured(window, name, () => run(window, rounds(full)))));
      }
      if (shell.complaints() !== '') throw new Error(`The app complained: ${shell.complaints()}`);
    } finally {
      await end();
    }
    return findings;
  } finally {
    await browser.close();
    workspace.remove();
    rmSync(home, { recursive: true, force: true });
  }
}

/** What stood on the screen when it went wrong says more than the error does. */
async function pictured<T>(window: DeskWindow, name: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (cause) {
    const path = join(tmpdir(), `fulfillment-desk-bench-${process.pid}.png`);
    await window.page.screenshot({ path });
    throw new Error(`"${name}" failed: ${cause instanceof Error ? cause.message : String(cause)}\nSee ${path}`, {
      cause,
    });
  }
}

type Started = {
  readonly shell: Shell;
  readonly window: DeskWindow;
  /** From the start of the process to the frame with the first rows. */
  readonly took: number;
  readonly end: () => Promise<void>;
};

async function startWindow(browser: DeskBrowser, place: { workspaceDir: string; home: string }): Promise<Started> {
  const began = performance.timeOrigin + performance.now();
  const shell = await startShell({ ...place, cableOut: false });
  try {
    const window = await browser.open(shell.address);
    const took = (await window.until({ selector: screens.approvals.row })) - began;
    return {
      shell,
      window,
      took,
      async end() {
        await window.page.close();
        await shell.end('SIGTERM');
      },
    };
  } catch (error) {
    await shell.end('SIGKILL');
    throw error;
  }
}

/** The browser runs already: what is measured is the app. */
async function benchStart(start: () => Promise<Started>, count: number): Promise<Finding> {
  const times: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const { took, end } = await start();
    await end();
    times.push(took);
  }
  const sorted = Float64Array.from(times).toSorted();
  const note = `slowest of ${count}: ${ms(sorted.at(-1) ?? NaN)}`;
  return withinMs(1_600, p50(sorted), { id: 'window', what: 'start to the first rows, p50', against: 'no peer', note });
}
