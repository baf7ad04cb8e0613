/** The start of the Electron shell over a real desk, with Electron itself stood in for. */
import { once } from 'node:events';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { CALL_CHANNEL } from '../../preload/contract/channels.ts';
import { takeWorkspace } from '../shell/workspaceLock.ts';
import { boot } from './boot.ts';
import { app, BrowserWindow, dialog, handlers, ipcMain, nativeTheme, order } from './testing/electron.ts';

let folder: string;
let workspaceDir: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-boot-'));
  workspaceDir = join(folder, 'workspace');
  vi.stubEnv('XDG_CONFIG_HOME', folder);
  vi.stubEnv('APPDATA', folder);
  vi.stubEnv('HOME', folder);
  order.length = 0;
  app.isOnly = true;
});

afterEach(async () => {
  if (app.listenerCount('will-quit') > 0) {
    const closed = new Promise<void>(done => app.quit.mockImplementationOnce(done));
    app.emit('will-quit', { preventDefault: () => {} });
    await closed;
  }
  app.emit('quit');
  app.removeAllListeners();
  BrowserWindow.all.length = 0;
  vi.clearAllMocks();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('locks and hardens before Electron is ready, then opens one window on a desk that answers', async () => {
  await boot(['--workspace', workspaceDir]);
  expect(order).toEqual(['instance', 'sandbox', 'scheme', 'ready']);
  expect(BrowserWindow.all.map(window => window.loadURL.mock.calls)).toEqual([[['app://desk/']]]);
  const senderFrame = { url: 'app://desk/', parent: null };
  const reply = await handlers.get(CALL_CHANNEL)?.({ senderFrame }, 'workspace.status', {});
  expect(JSON.parse(String(reply))).toMatchObject({ ok: true });
});

it('opens no channel but its own', async () => {
  await boot(['--workspace', workspaceDir]);
  expect([...handlers.keys()]).toEqual([CALL_CHANNEL]);
  expect(ipcMain.eventNames()).toEqual([]);
});

it('remembers the workspace and the place of the window', async () => {
  await boot(['--workspace', workspaceDir]);
  BrowserWindow.all[0]?.emit('close');
  const settings = join(folder, 'Fulfillment Desk', 'settings.json');
  expect(JSON.parse(readFileSync(settings, 'utf8'))).toEqual({
    lastWorkspace: workspaceDir,
    bounds: { x: 1, y: 2, width: 900, height: 700 },
  });
  expect(nativeTheme.themeSource).toBe('system');
});

it('leaves the workspace free when it quits', async () => {
  await boot(['--workspace', workspaceDir]);
  expect(readdirSync(workspaceDir)).toContain('in-use.json');
  app.emit('quit');
  expect(readdirSync(workspaceDir)).not.toContain('in-use.json');
});

it('a second start brings the first window forward and goes', async () => {
  await boot(['--workspace', workspaceDir]);
  const [window] = BrowserWindow.all;
  if (window) window.minimized = true;
  app.emit('second-instance');
  expect([window?.minimized, window?.focus.mock.calls.length]).toEqual([false, 1]);

  app.isOnly = false;
  await boot(['--workspace', workspaceDir]);
  expect(app.quit).toHaveBeenCalledTimes(1);
  expect(BrowserWindow.all).toHaveLength(1);
});

it('says who holds the workspace, and opens nothing', async () => {
  const lock = takeWorkspace(workspaceDir, 'browser');
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const exit = once(app, 'told-to-exit');
  app.exit.mockImplementationOnce(code => void app.emit('told-to-exit', code));
  await boot(['--workspace', workspaceDir]);
  expect(await exit).toEqual([1]);
  expect(dialog.showErrorBox).toHaveBeenCalledExactlyOnceWith(
    'Fulfillment Desk cannot start',
    expect.stringContaining(`is open in the browser shell (process ${process.pid},`),
  );
  expect(logged).toHaveBeenCalledTimes(1);
  expect(BrowserWindow.all).toEqual([]);
  if (lock.taken) lock.release();
});
