/** The plan of an order of 10,000 tasks in the window: opened, walked through, scrolled, unfolded, drawn in its three projections. */
import { noted, ms, withinMs, type Finding } from '../measure/finding.ts';
import { p50 } from '../measure/interleave.ts';
import type { DeskWindow } from './openWindow.ts';
import { comeTo, jkBudget } from './queueMoves.ts';
import { CALM_FLOOR_MS, p95, series, seriesOf, withinFrames, type Series } from './series.ts';

export const tree = '[role="treegrid"]';
export const part = `${tree} [role="row"][data-key]`;
const focused = `${part}:focus`;
/** The tree itself scrolls inside of it. */
const viewport = `${tree} > [role="presentation"]`;

const switchBudget = 150;
/** All rows in sight are others then. */
const pageBudget = 60;

export const planShown = [{ selector: `${part}[data-kind="location"]` }];

/** From the row of the order in the queue of all orders, where it is the first. Gives the time to the order, and on to its plan. */
export async function openPlan(window: DeskWindow): Promise<readonly [toOrder: number, toPlan: number]> {
  await comeTo(window, 'orders');
  const toOrder = await window.key('Enter', [{ selector: '#order-panel-overview section' }]);
  await window.page.waitForTimeout(300);
  const toPlan = await window.key('p', planShown);
  await window.page.waitForTimeout(300);
  return [toOrder, toPlan];
}

/** Whatever the window and the app have to load for it is loaded now. */
export async function benchFirstOpened(window: DeskWindow): Promise<readonly Finding[]> {
  const [order, plan] = await openPlan(window);
  const parts = { id: 'window', against: 'from the key to the paint', note: '' };
  return [
    noted(ms(order), { ...parts, what: 'open an order of 10,000 tasks for the first time' }),
    noted(ms(plan), { ...parts, what: 'its plan for the first time' }),
  ];
}

export async function benchOpenedAgain(window: DeskWindow, rounds: number): Promise<readonly Finding[]> {
  const toPlan: number[] = [];
  const toOrder = await series(window, rounds, async () => {
    const [order, plan] = await openPlan(window);
    toPlan.push(plan);
    return order;
  });
  const plan = seriesOf(toPlan.slice(-rounds), toOrder.floor);
  return [
    withinFrames(switchBudget, 'open an order of 10,000 tasks again', toOrder),
    withinFrames(switchBudget, 'its plan again', plan),
  ];
}

/** Puts the focus on the first site. */
export async function enterTree(window: DeskWindow): Promise<void> {
  await window.page.locator(part).nth(1).click();
  await window.until({ selector: focused });
}

export async function benchWalk(window: DeskWindow, rounds: number): Promise<readonly Finding[]> {
  await enterTree(window);
  const key = async (name: string): Promise<number> => {
    const from = await window.page.locator(focused).getAttribute('data-key');
    return window.key(name, [{ selector: `${focused}:not([data-key="${from}"])` }]);
  };
  const moves = await series(window, rounds, async round => {
    await window.page.waitForTimeout((round * 37) % 200);
    return key(Math.floor(round / 15) % 2 === 0 ? 'j' : 'k');
  });
  const pages = await series(window, Math.ceil(rounds / 2), async round => {
    await window.page.waitForTimeout((round * 37) % 200);
    return key(Math.floor(round / 6) % 2 === 0 ? 'PageDown' : 'PageUp');
  });
  return [
    withinFrames(jkBudget, 'j and k in a plan of 10,000 tasks', moves),
    withinFrames(pageBudget, 'PageDown and PageUp in it', pages),
  ];
}

/** Down and up by the wheel, a notch about every 50 milliseconds. */
export async function benchWheel(window: DeskWindow, notches: number): Promise<readonly Finding[]> {
  const box = await window.page.locator(viewport).boundingBox();
  if (box === null) throw new Error('There is no plan to scroll.');
  await window.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  const still = await window.framesWhile(viewport, () => window.page.waitForTimeout(1_000));
  const turned = await window.framesWhile(viewport, async () => {
    for (let notch = 0; notch < notches; notch += 1) {
      await window.page.mouse.wheel(0, Math.floor(notch / 20) % 2 === 0 ? 240 : -240);
      await window.page.waitForTimeout(30);
    }
  });
  const sorted = (intervals: readonly number[]): Float64Array => Float64Array.from(intervals).toSorted();
  const [floor, times] = [sorted(still.intervals), sorted(turned.intervals)];
  const parts = { id: 'window', against: 'from frame to frame' };
  return [
    withinMs(
      jkBudget,
      p95(times),
      {
        ...parts,
        what: 'frames of a plan that is scrolled, p95',
        note: `p50 ${ms(p50(times))}, ${times.length} frames; at rest ${ms(p50(floor))}, p95 ${ms(p95(floor))}`,
      },
      p95(floor) <= CALM_FLOOR_MS,
    ),
    noted(`${turned.blank}`, { ...parts, what: 'of them with a row missing', note: `of ${times.length}` }),
  ];
}

/** A site is closed and opened; then the first of its domain orders, whose tasks have to be asked for. */
export async function benchUnfold(window: DeskWindow, rounds: number): Promise<readonly Finding[]> {
  const { page, key } = window;
  await enterTree(window);
  const closed: number[] = [];
  const opened = await series(window, rounds, async () => {
    const row = page.locator(focused);
    const at = (await row.getAttribute('data-key')) ?? '';
    const index = Number(await row.getAttribute('aria-rowindex'));
    const level = Number(await row.getAttribute('aria-level'));
    if ((await row.getAttribute('aria-expanded')) === 'true') {
      closed.push(await key('ArrowLeft', [{ selector: `${part}[data-key="${at}"][aria-expanded="false"]` }]));
    }
    const child = `${part}[aria-rowindex="${index + 1}"][aria-level="${level + 1}"]`;
    const took = await key('ArrowRight', [{ selector: child }]);
    // On to the next row that has children: into the site first, then to the next one.
    await page.keyboard.press('ArrowRight');
    await page.waitForTimeout(100);
    for (let step = 0; step < 60; step += 1) {
      const expanded = await page.locator(focused).getAttribute('aria-expanded');
      if (expanded !== null) break;
      await page.keyboard.press('j');
    }
    return took;
  });
  return [
    withinFrames(60, 'unfold a part of it', opened),
    ...(closed.length === 0 ? [] : [withinFrames(60, 'fold a part of it', seriesOf(closed, opened.floor))]),
  ];
}

const projections = {
  2: [{ selector: '[role="group"][aria-label^="Graph of the plan"] .react-flow__node' }],
  3: [{ selector: `${tree} [data-bar]` }],
  1: [{ selector: part }, { selector: `${tree} [data-bar]`, gone: true }],
} as const;

/** Tree, graph, timeline, tree again. */
export async function benchProjections(window: DeskWindow, rounds: number): Promise<readonly Finding[]> {
  const times: Record<keyof typeof projections, number[]> = { 1: [], 2: [], 3: [] };
  const all = await series(window, rounds, async () => {
    for (const name of [2, 3, 1] as const) {
      const before = name === 1 ? projections[1] : projections[name];
      times[name].push(await window.key(String(name), before));
      await window.page.waitForTimeout(200);
    }
    return 0;
  });
  const seriesFor = (name: keyof typeof projections): Series => seriesOf(times[name].slice(-rounds), all.floor);
  return [
    noted(ms(times[2][0] ?? NaN), {
      id: 'window',
      what: 'the graph of it for the first time',
      against: 'from the key to the paint',
      note: '',
    }),
    withinFrames(switchBudget, 'on to its graph', seriesFor(2)),
    withinFrames(switchBudget, 'on to its timeline', seriesFor(3)),
    withinFrames(switchBudget, 'back to its tree', seriesFor(1)),
  ];
}
