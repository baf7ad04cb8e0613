/** What stands in the menu, and what choosing it does. */
import { BrowserWindow, nativeTheme, type MenuItemConstructorOptions } from 'electron';
import { expect, it, vi } from 'vitest';
import type { SettingsFile } from '../shell/settings.ts';
import { menuTemplate } from './menu.ts';

const settings = { get: vi.fn<SettingsFile['get']>(), set: vi.fn<SettingsFile['set']>() };
const window = new BrowserWindow();
const template = (onMac: boolean, inDevelopment: boolean) =>
  menuTemplate({ window, settings, workspaceDir: '/w', theme: 'light' }, onMac, inDevelopment);

/** Every item of a menu with its submenus, in order. */
const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
  items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

const find = (label: string): MenuItemConstructorOptions | undefined =>
  flat(template(false, false)).find(item => item.label === label);

const unused = {} as never;
const choose = (item: MenuItemConstructorOptions | undefined): void => item?.click?.(unused, undefined, unused);

it('reloading and the developer tools are for developers', () => {
  const roles = (inDevelopment: boolean) => flat(template(false, inDevelopment)).map(item => item.role);
  expect(roles(true)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']));
  expect(roles(false)).not.toContain('reload');
  expect(roles(false)).not.toContain('toggleDevTools');
});

it('macOS has its application menu and closes the window where others quit', () => {
  expect(flat(template(true, false)).map(item => item.role)).toEqual(expect.arrayContaining(['appMenu', 'close']));
  expect(flat(template(false, false)).map(item => item.role)).toContain('quit');
});

it('choosing a theme shows it and keeps it', () => {
  expect(find('Light')?.checked).toBe(true);
  choose(find('Dark'));
  expect(nativeTheme.themeSource).toBe('dark');
  expect(settings.set).toHaveBeenCalledWith('theme', 'dark');
});

it('importing goes to the screen for it, and the shortcuts open by their own key', () => {
  choose(find('&Import…'));
  expect(window.loadURL).toHaveBeenCalledWith('app://desk/#/import');
  choose(find('&Keyboard shortcuts'));
  expect(window.webContents.sendInputEvent).toHaveBeenCalledWith({ type: 'keyDown', keyCode: 'F1' });
});
