/** Working through the tasks of an order of 10,000 from its plan: to a task that is ready, start, complete, and back to the plan. */
import type { Finding } from '../measure/finding.ts';
import { complete, deedBudget, inProgress, readyTask } from './deeds.ts';
import { part, planShown } from './largePlan.ts';
import type { DeskWindow } from './openWindow.ts';
import { series, seriesOf, withinFrames } from './series.ts';

const WARM_UP = 2;
/** As any other switch of the screen. */
const switchBudget = 150;

const task = `${part}[data-kind="task"]`;

/** The plan is open. One of its domain orders is opened, in which the next task is ready whenever one has ended; the plan comes back as it was left. */
export async function benchPlanTasks(window: DeskWindow, rounds: number): Promise<readonly Finding[]> {
  await window.page.locator(`${part}[data-kind="domainOrder"]`).first().click();
  await window.page.keyboard.press('ArrowRight');
  await window.until({ selector: task, text: 'Ready' });
  const took: Record<'opened' | 'completed' | 'back', number[]> = { opened: [], completed: [], back: [] };
  const started = await series(
    window,
    rounds,
    async () => {
      await window.page.locator(task).filter({ hasText: /Ready/ }).first().click();
      await window.page.waitForTimeout(200);
      took.opened.push(await window.key('o', [{ selector: '[data-pane] header button', text: '^Start' }]));
      const number = await readyTask(window);
      const toStarted = await window.key('s', inProgress);
      await window.until({ selector: '[role="grid"] [data-index]', text: `${number}(?!\\d)` });
      const [toCompleted = NaN] = await complete(window, number);
      took.completed.push(toCompleted);
      await window.page.waitForTimeout(200);
      took.back.push(await window.key('Alt+ArrowLeft', planShown));
      await window.until({ selector: task, text: 'Ready' });
      // What was known of the plan before stands until what has become of it is there.
      await window.page.waitForTimeout(400);
      return toStarted;
    },
    WARM_UP,
  );
  const rest = (times: readonly number[]) => seriesOf(times.slice(WARM_UP), started.floor);
  const of = 'of an order of 10,000 tasks';
  return [
    withinFrames(switchBudget, `from the plan to a task ${of}`, rest(took.opened)),
    withinFrames(deedBudget, `start a task ${of}`, started),
    withinFrames(deedBudget, `complete a task ${of}, told`, rest(took.completed)),
    withinFrames(switchBudget, 'and back to its plan', rest(took.back)),
  ];
}
