/** Chooses the Chromium of the specs: the bundled one where it runs, else one that is installed, else Playwright's own. */
import type { LaunchOptions } from '@playwright/test';
import { findSystemBrowser } from '../../scripts/systemBrowser.ts';
import { unpackChromium } from './bundledChromium.ts';

export async function chooseBrowser(): Promise<LaunchOptions> {
  // The sandbox refuses to run as root, which containers usually are.
  const chromiumSandbox = process.getuid?.() !== 0;
  const named = process.env['CHROMIUM_PATH'];
  if (named === undefined && process.platform === 'linux' && process.arch === 'x64') {
    return { chromiumSandbox, ...(await unpackChromium()) };
  }
  const executablePath = findSystemBrowser();
  return executablePath === undefined ? { chromiumSandbox } : { chromiumSandbox, executablePath };
}
