/** Finds a browser of the Chromium family that is installed on this machine. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

export function findSystemBrowser(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  return named ?? candidates().find(path => existsSync(path));
}

function candidates(): string[] {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Microsoft Edge', 'Chromium'].map(
      name => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const roots = [process.env['PROGRAMFILES'], process.env['PROGRAMFILES(X86)'], process.env['LOCALAPPDATA']];
    return roots
      .filter(root => root !== undefined)
      .flatMap(root => [
        join(root, 'Google/Chrome/Application/chrome.exe'),
        join(root, 'Microsoft/Edge/Application/msedge.exe'),
      ]);
  }
  return ['chromium', 'google-chrome', 'chromium-browser', 'microsoft-edge', 'brave-browser'].map(
    name => `/usr/bin/${name}`,
  );
}
