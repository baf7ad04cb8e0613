/** What the window is refused: permissions, navigation, new windows, foreign callers, files outside its folder. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BrowserWindow, session, shell, type WebContents } from 'electron';
import { describe, expect, it, vi } from 'vitest';
import type { Desk } from '../../preload/contract/bridge.ts';
import { CALL_CHANNEL } from '../../preload/contract/channels.ts';
import { answerCalls } from './calls.ts';
import { denyNavigation, denyPermissions, isGranted } from './hardening.ts';
import { isOurFrame } from './origin.ts';
import { serveWindow } from './protocol.ts';
import { handlers, session as fakeSession } from './testing/electron.ts';
import { windowOptions } from './window.ts';

describe('the window', () => {
  it('is created with everything off that a page could abuse', () => {
    expect(windowOptions({ width: 900, height: 700 }, true, '/preload.cjs')).toMatchObject({
      show: false,
      backgroundColor: '#242424',
      webPreferences: {
        preload: '/preload.cjs',
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInSubFrames: false,
        nodeIntegrationInWorker: false,
        webSecurity: true,
        webviewTag: false,
      },
    });
  });

  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('stays inside on %s', event => {
    const { webContents } = new BrowserWindow();
    denyNavigation(webContents);
    expect(attempt(webContents, event, 'https://example.com/')).toBe('prevented');
    expect(attempt(webContents, event, 'file:///etc/passwd')).toBe('prevented');
    expect(attempt(webContents, event, 'app://desk/#/orders')).toBe('allowed');
  });

  it('embeds no other page', () => {
    const { webContents } = new BrowserWindow();
    denyNavigation(webContents);
    expect(attempt(webContents, 'will-attach-webview', 'app://desk/')).toBe('prevented');
  });

  it('opens no second window, and outside only what is safe there', () => {
    const { webContents } = new BrowserWindow();
    denyNavigation(webContents);
    const open = (webContents as unknown as { openHandler: (details: { url: string }) => unknown }).openHandler;
    expect(open({ url: 'file:///bin/sh' })).toEqual({ action: 'deny' });
    expect(shell.openExternal).not.toHaveBeenCalled();
    expect(open({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
    expect(shell.openExternal).toHaveBeenCalledExactlyOnceWith('https://example.com/');
  });
});

function attempt(contents: WebContents, event: string, url: string): 'prevented' | 'allowed' {
  const preventDefault = vi.fn();
  (contents as unknown as NodeJS.EventEmitter).emit(event, { url, preventDefault });
  return preventDefault.mock.calls.length > 0 ? 'prevented' : 'allowed';
}

describe('permissions', () => {
  it.each(['media', 'geolocation', 'notifications', 'openExternal', 'fileSystem', 'clipboard-read', 'usb'])(
    '%s is denied',
    permission => {
      expect(isGranted(permission, 'app://desk/')).toBe(false);
    },
  );

  it('copying and full screen are granted to our own page alone', () => {
    expect(isGranted('clipboard-sanitized-write', 'app://desk/')).toBe(true);
    expect(isGranted('fullscreen', 'https://example.com/')).toBe(false);
  });

  it('every way to ask has a handler', () => {
    denyPermissions(session.fromPartition('asked'));
    const { request, check, device } = fakeSession.fromPartition('asked');
    expect([typeof request, typeof check, device?.({} as never)]).toEqual(['function', 'function', false]);
  });
});

describe('calls', () => {
  it.each([
    ['our page', { url: 'app://desk/', parent: null }, true],
    ['a frame inside our page', { url: 'app://desk/', parent: {} }, false],
    ['a page that only begins like ours', { url: 'app://desk.evil/', parent: null }, false],
    ['a frame that is gone', null, false],
  ])('from %s', async (_who, senderFrame, heard) => {
    const answer = vi.fn<Desk['answer']>(async () => '{"ok":true,"value":1}');
    answerCalls({ answer, subscribe: () => () => {}, close: async () => {} }, () => {});
    expect(isOurFrame(senderFrame)).toBe(heard);
    const reply = await handlers.get(CALL_CHANNEL)?.({ senderFrame }, 'orders.page', {});
    expect(JSON.parse(String(reply))).toMatchObject({ ok: heard });
    expect(answer).toHaveBeenCalledTimes(heard ? 1 : 0);
  });
});

describe('the app:// address', () => {
  const folder = mkdtempSync(join(tmpdir(), 'desk-window-'));
  writeFileSync(join(folder, 'index.html'), '<meta nonce="DESK_NONCE">');

  async function fetchOwn(address: string): Promise<Response> {
    serveWindow(session.fromPartition('served'), folder);
    const answer = await fakeSession.fromPartition('served').schemes.get('app')?.(new Request(address));
    return answer ?? Response.error();
  }

  it('serves the page with a policy that allows no inline code', async () => {
    const response = await fetchOwn('app://desk/');
    const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1];
    expect(response.headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; script-src 'self'; style-src 'self' 'nonce-/,
    );
    expect(response.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe');
  });

  it.each(['app://other/', 'app://desk/..%2f..%2fetc%2fpasswd', 'app://desk/%5c..%5cx.html', 'app://desk/%00.html'])(
    'has nothing at %s',
    async address => {
      expect((await fetchOwn(address)).status).toBe(404);
    },
  );
});
