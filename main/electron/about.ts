/** The About box: which version this is, and what it runs on. */
import { app, type AboutPanelOptionsOptions } from 'electron';

/** The engines stand beside the version, since each system shows different further lines, but all show that one. */
export function aboutPanel(
  version: string,
  { electron, chrome, node }: NodeJS.ProcessVersions,
): AboutPanelOptionsOptions {
  return {
    applicationName: 'Fulfillment Desk',
    applicationVersion: `${version} (Electron ${electron ?? '?'}, Chromium ${chrome ?? '?'}, Node ${node})`,
    copyright: 'Copyright © 2026 The Fulfillment Desk authors',
    website: 'https://example.com/fulfillment-desk',
  };
}

export const prepareAbout = (): void => app.setAboutPanelOptions(aboutPanel(app.getVersion(), process.versions));
