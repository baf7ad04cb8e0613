/** What work is made of: approving an order in the approvals, starting and completing a task in My tasks; from the key to what came of it. */
import type { Finding } from '../measure/finding.ts';
import type { DeskWindow } from './openWindow.ts';
import { chooseTasks, comeTo } from './queueMoves.ts';
import { series, seriesOf, withinFrames } from './series.ts';

/** Verdict to paint, and the same for any other deed on one part of an order. */
export const deedBudget = 60;
const WARM_UP = 2;

/** Nobody decides on what has just come without a glance at it; a key sooner than that is measured by the moves through a queue. */
const GLANCE_MS = 200;

const row = '[role="grid"] [data-index]';
const stop = `${row}:focus`;

/** `a` on the row with the focus, and the next one has it: that it was approved is told, and its row is gone. */
export async function benchVerdicts(window: DeskWindow, rounds: number): Promise<readonly Finding[]> {
  const { page, keyFor, until } = window;
  await comeTo(window, 'approvals');
  const gone: number[] = [];
  const told = await series(
    window,
    rounds,
    async () => {
      const number = /ORD\d+/.exec((await page.locator(stop).textContent()) ?? '')?.[0] ?? '';
      const approve = `section[aria-label="Decision on ${number}"] button[aria-disabled="false"]`;
      await until({ selector: approve, text: '^Approve' });
      await page.waitForTimeout(GLANCE_MS);
      const [toTold = NaN, toGone = NaN] = await keyFor(
        'a',
        [{ selector: '[role="alert"]', text: `${number} was approved` }],
        [{ selector: row, text: number, gone: true }],
      );
      gone.push(toGone);
      await until({ selector: stop });
      return toTold;
    },
    WARM_UP,
  );
  return [
    withinFrames(deedBudget, 'approve an order of 40 tasks, told', told),
    withinFrames(deedBudget, 'approve an order of 40 tasks, its row gone', seriesOf(gone.slice(WARM_UP), told.floor)),
  ];
}

/** `s` and `c` on what is open beside My tasks; then the next one is. */
export async function benchTasks(window: DeskWindow, rounds: number): Promise<readonly Finding[]> {
  await comeTo(window, 'tasks');
  await chooseTasks(window, 'Mine');
  const mine = Number(await window.page.locator('[role="grid"][aria-label^="Tasks,"]').getAttribute('aria-rowcount'));
  const [completed, gone]: [number[], number[]] = [[], []];
  const started = await series(
    window,
    Math.min(rounds, mine - WARM_UP - 1),
    async () => {
      await window.until({ selector: stop });
      const number = await readyTask(window);
      const toStarted = await window.key('s', inProgress);
      const [toCompleted = NaN, toGone = NaN] = await complete(window, number);
      completed.push(toCompleted);
      gone.push(toGone);
      return toStarted;
    },
    WARM_UP,
  );
  const rest = (took: number[]) => seriesOf(took.slice(WARM_UP), started.floor);
  return [
    withinFrames(deedBudget, 'start a task', started),
    withinFrames(deedBudget, 'complete a task, told', rest(completed)),
    withinFrames(deedBudget, 'complete a task, its row gone', rest(gone)),
  ];
}

export const head = '[data-pane] header';
export const inProgress = [{ selector: `${head} [data-kind]`, text: '^In progress$' }];

/** The number of the task that is open, once it can be started and was looked at. */
export async function readyTask({ page, until }: DeskWindow): Promise<string> {
  await until({ selector: `${head} button[aria-disabled="false"]`, text: '^Start' });
  await page.waitForTimeout(GLANCE_MS);
  const text =
    (await page
      .locator(head)
      .filter({ hasText: /TASK\d/ })
      .first()
      .textContent()) ?? '';
  return /TASK\d+-\d+/.exec(text)?.[0] ?? '';
}

export async function complete({ page, keyFor, until }: DeskWindow, number: string): Promise<readonly number[]> {
  await until({ selector: `${head} button[aria-disabled="false"]`, text: '^Complete' });
  await page.waitForTimeout(GLANCE_MS);
  return keyFor(
    'c',
    [{ selector: '[role="status"]', text: `${number} is completed` }],
    [{ selector: row, text: `${number}(?!\\d)`, gone: true }],
  );
}
