/** The folders of each operating system, and what the command line may say. */
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { defaultWorkspace, settingsFolder } from './folders.ts';
import { readOptions } from './options.ts';

const at = (platform: NodeJS.Platform, env: Record<string, string> = {}) => ({ platform, home: '/home/kim', env });

it('settings stand where each system keeps them', () => {
  expect(settingsFolder(at('linux'))).toBe('/home/kim/.config/Fulfillment Desk');
  expect(settingsFolder(at('linux', { XDG_CONFIG_HOME: '/conf' }))).toBe('/conf/Fulfillment Desk');
  expect(settingsFolder(at('darwin'))).toBe('/home/kim/Library/Application Support/Fulfillment Desk');
  expect(settingsFolder(at('win32', { APPDATA: '/roaming' }))).toBe('/roaming/Fulfillment Desk');
});

it('a workspace never stands in a folder that roams', () => {
  expect(defaultWorkspace(at('linux'))).toBe('/home/kim/.local/share/fulfillment-desk/workspace');
  expect(defaultWorkspace(at('win32', { APPDATA: '/roaming', LOCALAPPDATA: '/local' }))).toBe(
    '/local/Fulfillment Desk/workspace',
  );
});

it('the command line names a workspace and a port', () => {
  expect(readOptions(['--workspace', 'here', '--port', '4000'])).toEqual({ workspace: resolve('here'), port: 4000 });
  expect(readOptions([])).toEqual({ workspace: undefined, port: 0 });
});

it.each([['--port', '70000'], ['--port', 'x'], ['--prot', '1'], ['stray']])(
  'the command line %s %s is refused',
  (...args) => {
    expect(() => readOptions(args)).toThrow(/./);
  },
);

it('switches of the platform are passed over when asked to', () => {
  expect(readOptions(['--no-sandbox', '--workspace', '/w', '--lang=de'], false)).toEqual({ workspace: '/w', port: 0 });
});
