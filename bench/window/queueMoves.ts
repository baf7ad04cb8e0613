/** Moving through a queue of many thousand rows, screens and the palette: what a person does most, hundreds of times an hour. */
import type { Finding } from '../measure/finding.ts';
import { diceOf } from '../workspace/dice.ts';
import type { DeskWindow } from './openWindow.ts';
import { notedFrames, seriesOf, series, withinFrames, type Series } from './series.ts';

export const screens = {
  approvals: { keys: 'ga', row: '[role="grid"][aria-label^="New orders"] [data-index]' },
  orders: { keys: 'go', row: '[role="grid"][aria-label="Orders"] [data-index]' },
  tasks: { keys: 'gt', row: '[role="grid"][aria-label^="Tasks,"] [data-index]' },
  fallout: { keys: 'gf', row: '[role="grid"][aria-label^="Fallouts,"] [data-index]' },
} as const;

export type QueueName = keyof typeof screens;
const names = Object.keys(screens) as QueueName[];

const focused = '[role="grid"] [data-index]:focus';

/** Goes there as a person does, by two keys; the clock starts at the second. */
export async function goTo({ page, key, until }: DeskWindow, name: QueueName): Promise<number> {
  const { keys, row } = screens[name];
  await page.keyboard.press(keys.charAt(0));
  const took = await key(keys.charAt(1), [{ selector: row }]);
  await until({ selector: focused });
  return took;
}

/** To its first row, from wherever. */
export async function comeTo(window: DeskWindow, name: QueueName): Promise<void> {
  const { page, until } = window;
  if ((await page.locator(screens[name].row).count()) === 0) await goTo(window, name);
  else await page.locator(screens[name].row).first().click();
  await page.keyboard.press('Home');
  await until({ selector: `${screens[name].row}[data-index="0"]:focus` });
}

/** The screen remembers it until another is chosen. */
export async function chooseTasks({ page, until }: DeskWindow, queue: 'Mine' | 'All'): Promise<void> {
  await page
    .getByRole('radiogroup', { name: 'Task queue' })
    .getByText(new RegExp(`^${queue}`))
    .click();
  await page.locator(screens.tasks.row).first().click();
  await until({ selector: focused });
}

/** Down twenty rows and up again, now and then with a rest in which what is beside the list follows. */
export async function measureMoves(window: DeskWindow, rounds: number): Promise<Series> {
  const dice = diceOf(rounds);
  let [index, down] = [0, true];
  return series(window, rounds, async round => {
    if (round % 20 === 0) {
      index = Number(await window.page.locator(focused).getAttribute('data-index'));
      down = index < 20;
    }
    const next = down ? index + 1 : index - 1;
    index = next;
    await window.page.waitForTimeout(dice.hits(30) ? 250 : dice.below(60));
    return window.key(down ? 'j' : 'k', [{ selector: `[role="grid"] [data-index="${next}"]:focus` }]);
  });
}

export const jkBudget = 32;

export async function benchMoves(window: DeskWindow, rounds: number): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const name of ['approvals', 'tasks', 'orders'] as const) {
    await comeTo(window, name);
    if (name === 'tasks') await chooseTasks(window, 'All');
    findings.push(withinFrames(jkBudget, `j and k in ${name}`, await measureMoves(window, rounds)));
  }
  return findings;
}

/** From screen to screen; the first visit of each, which loads its code, is told apart. */
export async function benchScreens(window: DeskWindow, rounds: number): Promise<readonly Finding[]> {
  const took: number[] = [];
  await comeTo(window, 'approvals');
  const { floor } = await series(
    window,
    rounds,
    async round => {
      const next = names[(round + 1) % names.length] ?? 'approvals';
      took.push(await goTo(window, next));
      // What stands beside the list has come too: the next switch begins from rest.
      await window.page.waitForTimeout(150);
      return 0;
    },
    0,
  );
  const visits = names.length;
  return [
    notedFrames('another screen for the first time', seriesOf(took.slice(0, visits), floor)),
    withinFrames(150, 'another screen', seriesOf(took.slice(visits), floor)),
  ];
}

const option = '[role="listbox"] [role="option"]';
const letters = 'bhnsgcadfmltoerpqiuwxyzkjv';

/** Opened, searched in by a letter that nobody typed before, closed. */
export async function benchPalette(window: DeskWindow, rounds: number): Promise<readonly Finding[]> {
  const found: number[] = [];
  const opened = await series(
    window,
    Math.min(rounds, letters.length),
    async round => {
      const took = await window.key('Control+k', [{ selector: option }]);
      // How many lines fit is said, to those who hear it, once the workspace has been searched for these very words.
      found.push(
        await window.key(letters.charAt(round), [{ selector: '[role="dialog"] [role="status"]', text: '\\d|fits' }]),
      );
      await window.page.keyboard.press('Escape');
      await window.until({ selector: '[role="listbox"]', gone: true });
      return took;
    },
    0,
  );
  return [
    withinFrames(60, 'the palette', opened),
    notedFrames('what fits a letter, in the palette', seriesOf(found, opened.floor)),
  ];
}
