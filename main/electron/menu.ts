/** The application menu; what the window does itself is asked of it by its own addresses and keys. */
import { app, Menu, nativeTheme, shell, type BrowserWindow, type MenuItemConstructorOptions } from 'electron';
import { THEMES, type SettingsFile, type Theme } from '../shell/settings.ts';
import { WINDOW_ADDRESS } from './origin.ts';

export type MenuContext = {
  readonly window: BrowserWindow;
  readonly settings: SettingsFile;
  readonly workspaceDir: string;
  readonly theme: Theme;
};

const THEME_LABELS: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' };

export function showMenu(context: MenuContext): void {
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate(context, process.platform === 'darwin', !app.isPackaged)),
  );
}

/** @param inDevelopment adds what only developers need: reloading and the developer tools */
export function menuTemplate(
  { window, settings, workspaceDir, theme }: MenuContext,
  onMac: boolean,
  inDevelopment: boolean,
): MenuItemConstructorOptions[] {
  const themes = THEMES.map((choice): MenuItemConstructorOptions => ({
    label: THEME_LABELS[choice],
    type: 'radio',
    checked: choice === theme,
    click: () => chooseTheme(choice, settings),
  }));
  const forDevelopers: MenuItemConstructorOptions[] = [
    { type: 'separator' },
    { role: 'reload' },
    { role: 'toggleDevTools' },
  ];
  return [
    ...(onMac ? [{ role: 'appMenu' } as const] : []),
    {
      label: '&File',
      submenu: [
        { label: '&Import…', click: () => void window.loadURL(`${WINDOW_ADDRESS}#/import`) },
        { label: 'Open &workspace folder', click: () => void shell.openPath(workspaceDir) },
        { type: 'separator' },
        onMac ? { role: 'close' } : { role: 'quit' },
      ],
    },
    { role: 'editMenu' },
    {
      label: '&View',
      submenu: [
        { label: '&Theme', submenu: themes },
        { type: 'separator' },
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { role: 'togglefullscreen' },
        ...(inDevelopment ? forDevelopers : []),
      ],
    },
    {
      role: 'help',
      submenu: [
        {
          label: '&Keyboard shortcuts',
          accelerator: 'F1',
          registerAccelerator: false,
          click: () => press(window, 'F1'),
        },
        { label: '&About Fulfillment Desk', click: () => app.showAboutPanel() },
      ],
    },
  ];
}

/** The key stays with the window; the menu shows it, and a click presses it there. */
function press({ webContents }: BrowserWindow, keyCode: string): void {
  webContents.sendInputEvent({ type: 'keyDown', keyCode });
  webContents.sendInputEvent({ type: 'keyUp', keyCode });
}

function chooseTheme(theme: Theme, settings: SettingsFile): void {
  nativeTheme.themeSource = theme;
  settings.set('theme', theme);
}
