/** What the window gets of Electron: the bridge, and nothing of Electron itself. */
import { beforeAll, expect, it, vi } from 'vitest';
import { exposed, ipcRenderer } from '../main/electron/testing/electron.ts';
import type { Bridge, Notice } from './contract/bridge.ts';
import { CALL_CHANNEL, NOTICE_CHANNEL } from './contract/channels.ts';

beforeAll(() => import('./electron.ts'));

const bridge = (): Bridge => exposed['desk'] as Bridge;

it('exposes exactly the desk, with exactly its three members', () => {
  expect(Object.keys(exposed)).toEqual(['desk']);
  expect(Object.keys(bridge()).toSorted()).toEqual(['call', 'on', 'shell']);
  expect(bridge().shell).toBe('electron');
});

it('asks on one channel, and reads the reply there', async () => {
  ipcRenderer.invoke.mockResolvedValueOnce('{"ok":true,"value":{}}');
  expect(await bridge().call('workspace.status', {})).toEqual({ ok: true, value: {} });
  expect(ipcRenderer.invoke).toHaveBeenCalledExactlyOnceWith(CALL_CHANNEL, 'workspace.status', {});
});

it('passes on the notices that were asked for, without the event, until told to stop', () => {
  const hear = vi.fn();
  const stop = bridge().on('workspace.changed', hear);
  const send = (notice: Notice) => ipcRenderer.emit(NOTICE_CHANNEL, { sender: 'secret' }, notice);
  send({ name: 'orders.changed', body: { orderIds: ['o1'], many: false } });
  send({ name: 'workspace.changed', body: {} });
  stop();
  send({ name: 'workspace.changed', body: {} });
  expect(hear.mock.calls).toEqual([[{}]]);
});
