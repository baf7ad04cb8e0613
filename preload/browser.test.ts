/** The browser shell's bridge against a real socket: answers, notices, losing the host and finding it again. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { WebSocketServer, type WebSocket as Peer } from 'ws';
import { connectDesk } from './browser.ts';
import type { Bridge } from './contract/bridge.ts';
import type { AnswerFrame, CallFrame } from './contract/frames.ts';

let server: WebSocketServer;
let peer: Peer;
let bridge: Bridge;

beforeEach(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const connected = nextPeer();
  bridge = connectDesk(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  peer = await connected;
});

afterEach(() => {
  for (const client of server.clients) client.terminate();
  server.close();
});

const nextPeer = async (): Promise<Peer> => ((await once(server, 'connection')) as [Peer])[0];

async function nextCall(from: Peer): Promise<CallFrame> {
  const [data] = (await once(from, 'message')) as [Buffer];
  return JSON.parse(data.toString('utf8')) as CallFrame;
}

const send = (frame: AnswerFrame): void => peer.send(JSON.stringify(frame));

it('gives each call the reply with its number, in whatever order they come', async () => {
  const calledFirst = nextCall(peer);
  const first = bridge.call('workspace.status', {});
  const { id } = await calledFirst;
  const calledSecond = nextCall(peer);
  const second = bridge.call('counts.get', {});
  send({ id: (await calledSecond).id, reply: { ok: true, value: 'second' } });
  send({ id, reply: { ok: true, value: 'first' } });
  expect(await Promise.all([first, second])).toEqual([
    { ok: true, value: 'first' },
    { ok: true, value: 'second' },
  ]);
});

it('tells listeners of their notices until they stop', async () => {
  const hear = vi.fn();
  const stop = bridge.on('orders.changed', hear);
  const body = { orderIds: ['o1'], many: false };
  send({ notice: { name: 'workspace.changed', body: {} } });
  send({ notice: { name: 'orders.changed', body } });
  await vi.waitFor(() => expect(hear.mock.calls).toEqual([[body]]));
  stop();
  send({ notice: { name: 'orders.changed', body } });
  const asked = nextCall(peer);
  const reply = bridge.call('workspace.status', {});
  send({ id: (await asked).id, reply: { ok: true, value: null } });
  await reply;
  expect(hear).toHaveBeenCalledTimes(1);
});

it('answers calls under way and calls meanwhile as unreachable when the host is lost', async () => {
  const asked = nextCall(peer);
  const underWay = bridge.call('workspace.status', {});
  await asked;
  peer.terminate();
  expect(await underWay).toMatchObject({ ok: false, error: { code: 'Unreachable' } });
  expect(await bridge.call('workspace.status', {})).toMatchObject({ ok: false, error: { code: 'Unreachable' } });
});

it('finds the host again and has everything read afresh', async () => {
  const hear = vi.fn();
  bridge.on('orders.changed', hear);
  const back = nextPeer();
  peer.terminate();
  peer = await back;
  await vi.waitFor(() => expect(hear.mock.calls).toEqual([[{ orderIds: [], many: true }]]));
  const asked = nextCall(peer);
  const reply = bridge.call('workspace.status', {});
  send({ id: (await asked).id, reply: { ok: true, value: null } });
  expect(await reply).toMatchObject({ ok: true });
});

it('tells at once that the host is lost, and that it is found again, without being asked', async () => {
  const follow = vi.fn<(reachable: boolean) => void>();
  const stop = bridge.onConnection?.(follow);
  const back = nextPeer();
  peer.terminate();
  await vi.waitFor(() => expect(follow.mock.calls).toEqual([[false]]));
  peer = await back;
  await vi.waitFor(() => expect(follow.mock.calls).toEqual([[false], [true]]));
  stop?.();
  peer.terminate();
  peer = await nextPeer();
  expect(follow).toHaveBeenCalledTimes(2);
});
