/** Settings as found in a file that anybody may have edited, and where the window may stand. */
import { describe, expect, it } from 'vitest';
import { chooseWorkspace, fitOnScreens, openForgiving, readSettings, type SettingsFile } from './settings.ts';

function fileWith(content: Record<string, unknown>): SettingsFile {
  return { get: key => content[key], set: (key, value) => (content[key] = value) };
}

describe('reading', () => {
  it('gives what was saved', () => {
    const saved = { theme: 'dark', bounds: { x: 10, y: 20, width: 900, height: 700 }, lastWorkspace: '/w', port: 4000 };
    expect(readSettings(fileWith(saved))).toEqual(saved);
  });

  it.each([
    {},
    { theme: 'pink', bounds: 'wide', lastWorkspace: 7, port: 80 },
    { bounds: { width: 5, height: 5 } },
    { bounds: { width: Infinity, height: 900 } },
    { bounds: null },
  ])('falls back to the first settings: %j', content => {
    expect(readSettings(fileWith(content))).toEqual({ theme: 'system', bounds: { width: 1280, height: 832 } });
  });
});

describe('a settings file that cannot be used', () => {
  const complaints: string[] = [];
  const complain = (line: string): void => void complaints.push(line);
  const fail = (): never => {
    throw new Error('read-only');
  };

  it('is kept in memory when it does not open', () => {
    const file = openForgiving(fail, complain);
    file.set('theme', 'dark');
    expect([file.get('theme'), complaints]).toEqual(['dark', ['The settings cannot be kept: Error: read-only']]);
  });

  it('is complained of when it does not take a value, and stops nothing', () => {
    complaints.length = 0;
    openForgiving(() => ({ get: () => 'light', set: fail }), complain).set('theme', 'dark');
    expect(complaints).toEqual(['The settings cannot be kept: Error: read-only']);
  });
});

describe('the place of the window', () => {
  const laptop = { x: 0, y: 0, width: 1920, height: 1080 };
  const bounds = { x: 2000, y: 50, width: 1200, height: 800 };

  it('is kept while its title bar can be reached', () => {
    const beside = { x: 1920, y: 0, width: 1920, height: 1080 };
    expect(fitOnScreens(bounds, [laptop, beside])).toEqual(bounds);
  });

  it('is left to the system when the screen it stood on is gone', () => {
    expect(fitOnScreens(bounds, [laptop])).toEqual({ width: 1200, height: 800 });
  });
});

describe('the workspace', () => {
  it('is the named one, else the last one that is still there', () => {
    expect(chooseWorkspace('/named', '/last', () => true)).toBe('/named');
    expect(chooseWorkspace(undefined, '/last', () => true)).toBe('/last');
    expect(chooseWorkspace(undefined, '/last', () => false)).toBeUndefined();
  });
});
