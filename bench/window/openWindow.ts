/** A Chromium with one window of the running desk in it, and the ways to act there as a person does and to learn how long it took. */
import { chromium, type Browser, type BrowserContext, type Page } from '@playwright/test';
import { chooseBrowser } from '../../e2e/support/browser.ts';
import { installProbe, type FrameReport, type ProbedWindow, type Shown, type TriggerName } from './probe.ts';

/** As in the specs, and as wide as a screen beside which another window stands. */
const VIEW = { width: 1440, height: 900 };

export type DeskWindow = {
  readonly page: Page;
  /** Presses a key; milliseconds until the frame that shows what is expected. */
  readonly key: (key: string, expected: readonly Shown[]) => Promise<number>;
  /** The same with several things to wait for, each with a time of its own. */
  readonly keyFor: (key: string, ...expected: readonly (readonly Shown[])[]) => Promise<readonly number[]>;
  readonly click: (selector: string, expected: readonly Shown[]) => Promise<number>;
  /** A key that nobody hears, and one pixel that changes: what this browser needs for anything. */
  readonly floor: () => Promise<number>;
  /** Waits for it; milliseconds since the epoch at the end of the frame that shows it. */
  readonly until: (...expected: readonly Shown[]) => Promise<number>;
  readonly framesWhile: (list: string, scroll: () => Promise<void>) => Promise<FrameReport>;
};

export type DeskBrowser = {
  readonly browser: Browser;
  readonly context: BrowserContext;
  readonly open: (address: string) => Promise<DeskWindow>;
  readonly close: () => Promise<void>;
};

export async function launchBrowser(): Promise<DeskBrowser> {
  const browser = await chromium.launch(await chooseBrowser());
  const context = await browser.newContext({ viewport: VIEW, locale: 'en-GB', timezoneId: 'UTC' });
  await context.addInitScript(installProbe);
  return {
    browser,
    context,
    async open(address) {
      const page = await context.newPage();
      await page.goto(address);
      return windowOf(page);
    },
    close: () => browser.close(),
  };
}

function windowOf(page: Page): DeskWindow {
  const took = (): Promise<readonly number[]> =>
    page.evaluate(() => (window as unknown as ProbedWindow).deskProbe.took());
  const arm = (trigger: TriggerName, expected: readonly (readonly Shown[])[]): Promise<void> =>
    page.evaluate(asked => (window as unknown as ProbedWindow).deskProbe.arm(asked.trigger, asked.expected), {
      trigger,
      expected,
    });
  const keyFor: DeskWindow['keyFor'] = async (key, ...expected) => {
    await arm('keydown', expected);
    await page.keyboard.press(key);
    return took();
  };
  return {
    page,
    keyFor,
    key: async (key, expected) => only(await keyFor(key, expected)),
    async click(selector, expected) {
      const box = await page.locator(selector).first().boundingBox();
      if (box === null) throw new Error(`There is nothing to click on at ${selector}.`);
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await arm('click', [expected]);
      await page.mouse.down();
      await page.mouse.up();
      return only(await took());
    },
    async floor() {
      await page.evaluate(() => (window as unknown as ProbedWindow).deskProbe.armFloor());
      await page.keyboard.press('ScrollLock');
      return only(await took());
    },
    until: (...expected) =>
      page.evaluate(shown => (window as unknown as ProbedWindow).deskProbe.shownAt(shown), expected),
    async framesWhile(list, scroll) {
      await page.evaluate(selector => (window as unknown as ProbedWindow).deskProbe.watchFrames(selector), list);
      await scroll();
      return page.evaluate(() => (window as unknown as ProbedWindow).deskProbe.stopFrames());
    },
  };
}

const only = ([time = NaN]: readonly number[]): number => time;
