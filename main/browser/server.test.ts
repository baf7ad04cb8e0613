/** Attacks on the loopback server: everything but the one who entered with the printed address is turned away. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Desk, Notice } from '../../preload/contract/bridge.ts';
import { openServer, type BrowserServer } from './server.ts';

type Got = { status: number; headers: IncomingHttpHeaders; body: string };

let folder: string;
let server: BrowserServer;
let port: number;
let tell: (notice: Notice) => void;

const desk: Desk = {
  answer: async (name, input) => {
    if (name === 'boom') throw new Error('the secret cause');
    const unknown = { code: 'UnknownCall', message: `There is no call "${name}".` };
    return JSON.stringify(name === 'echo' ? { ok: true, value: input } : { ok: false, error: unknown });
  },
  subscribe(listener) {
    tell = listener;
    return () => {};
  },
  close: async () => {},
};

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'desk-server-'));
  const windowDir = join(folder, 'renderer');
  mkdirSync(join(windowDir, 'assets'), { recursive: true });
  writeFileSync(join(windowDir, 'index.html'), '<meta property="csp-nonce" nonce="DESK_NONCE"><title>Desk</title>');
  writeFileSync(join(windowDir, 'assets', 'app-1a2b.js'), 'export {};');
  writeFileSync(join(folder, 'secret.json'), '"secret"');
  server = await openServer({ desk, windowDir, port: 0, log: () => {} });
  port = Number(new URL(server.address).port);
});

afterEach(async () => {
  await server.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends the path exactly as written; the usual clients would tidy it up first. */
function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<Got>((done, failed) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers, agent: false }, response => {
      let body = '';
      response.setEncoding('utf8').on('data', chunk => (body += chunk));
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, body }));
    });
    sent.on('error', failed).end();
  });
}

const entry = (): string => server.address.slice(server.address.indexOf('/enter'));

async function enter(): Promise<string> {
  const { headers } = await ask(entry());
  return headers['set-cookie']?.[0]?.split(';')[0] ?? '';
}

describe('entering', () => {
  it('exchanges the printed token for a strict cookie that scripts cannot read and that is named for the port', async () => {
    const { status, headers } = await ask(entry());
    expect(status).toBe(303);
    expect(headers.location).toBe('/');
    expect(headers['set-cookie']).toEqual([
      expect.stringMatching(new RegExp(`^desk-${port}=[\\w-]{43}; Path=/; HttpOnly; SameSite=Strict$`)),
    ]);
  });

  it('takes the token once', async () => {
    await enter();
    expect(await ask(entry())).toMatchObject({ status: 401 });
  });

  it('leaves the token good when somebody only looks at the address', async () => {
    expect(await ask(entry(), { method: 'HEAD' })).toMatchObject({ status: 401 });
    expect(await enter()).not.toBe('');
  });

  it.each(['/enter', '/enter?token=', '/enter?token=wrong'])('refuses %s', async path => {
    const { status, headers } = await ask(path);
    expect({ status, cookie: headers['set-cookie'] }).toEqual({ status: 401, cookie: undefined });
  });

  it('makes a new token at every start', async () => {
    const other = await openServer({ desk, windowDir: folder, port: 0, log: () => {} });
    expect(new URL(other.address).search).not.toBe(new URL(server.address).search);
    await other.close();
  });
});

describe('the files of the window', () => {
  it('come with a policy of their own per page and are never stored', async () => {
    const headers = { cookie: await enter() };
    const [first, second] = [await ask('/', { headers }), await ask('/', { headers })];
    const nonce = /nonce="([^"]+)"/.exec(first.body)?.[1];
    expect(first.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(second.body).not.toContain(nonce);
    expect(first.headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-resource-policy': 'same-origin',
    });
  });

  it('are kept by the browser when their name carries a hash', async () => {
    const { headers } = await ask('/assets/app-1a2b.js', { headers: { cookie: await enter() } });
    expect(headers['cache-control']).toBe('private, max-age=31536000, immutable');
  });

  it('are for the one who entered', async () => {
    await enter();
    expect(await ask('/')).toMatchObject({ status: 401 });
    expect(await ask('/', { headers: { cookie: `desk-${port}=guess` } })).toMatchObject({ status: 401 });
  });

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('cannot be sent a %s', async method => {
    expect(await ask('/assets/app-1a2b.js', { method, headers: { cookie: await enter() } })).toMatchObject({
      status: 405,
    });
  });

  it.each([
    '/../secret.json',
    '/..%2fsecret.json',
    '/%2e%2e/secret.json',
    '/..%5csecret.json',
    '/assets/..%2f..%2fsecret.json',
    '/..%00/secret.json',
    '/index.html%00.js',
    '/%',
    '//etc/passwd.json',
    'secret.json',
    '/c:/secret.json',
    `/${'a'.repeat(5000)}.json`,
  ])('keep everything outside their folder unreachable: %s', async path => {
    expect([400, 404]).toContain((await ask(path, { headers: { cookie: await enter() } })).status);
  });

  it.each(['evil.example', 'localhost', '127.0.0.1', '127.0.0.1:1'])('are not served under the name %s', async host => {
    expect(await ask('/', { headers: { host, cookie: await enter() } })).toMatchObject({ status: 421 });
  });
});

type Offer = { origin?: string; cookie?: string; host?: string; path?: string };

/** Opens a socket as some page would; answers what it meets first: an open door, or the refusal's status. */
function knock({ path = '/desk', ...headers }: Offer): Promise<WebSocket | number> {
  return new Promise(done => {
    const socket = new WebSocket(`ws://127.0.0.1:${port}${path}`, { headers });
    socket.on('open', () => done(socket));
    socket.on('unexpected-response', (sent, response) => {
      sent.destroy();
      done(response.statusCode ?? 0);
    });
    socket.on('error', () => {});
  });
}

async function open(): Promise<WebSocket> {
  const socket = await knock({ origin: `http://127.0.0.1:${port}`, cookie: await enter() });
  if (typeof socket === 'number') throw new Error(`refused: ${socket}`);
  return socket;
}

const nextMessage = (socket: WebSocket): Promise<unknown> =>
  new Promise(done => socket.once('message', data => done(JSON.parse((data as Buffer).toString('utf8')))));

const closing = (socket: WebSocket): Promise<number> => new Promise(done => socket.once('close', done));

describe('the socket', () => {
  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://127.0.0.1:1'])(
    'refuses a page from %s',
    async origin => {
      expect(await knock({ origin, cookie: await enter() })).toBe(403);
    },
  );

  it('refuses a caller without an origin', async () => {
    expect(await knock({ cookie: await enter() })).toBe(403);
  });

  it('refuses our own origin without the cookie, with a wrong one and with the token instead', async () => {
    const origin = `http://127.0.0.1:${port}`;
    const token = new URL(server.address).searchParams.get('token');
    expect(await knock({ origin })).toBe(401);
    expect(await knock({ origin, cookie: `desk-${port}=guess` })).toBe(401);
    expect(await knock({ origin, cookie: `desk-${port}=${token}` })).toBe(401);
  });

  it('refuses another host name and another path', async () => {
    const offer = { origin: `http://127.0.0.1:${port}`, cookie: await enter() };
    expect(await knock({ ...offer, host: `localhost:${port}` })).toBe(421);
    expect(await knock({ ...offer, path: '/other' })).toBe(404);
  });

  it('answers calls by number and passes notices on', async () => {
    const socket = await open();
    socket.send(JSON.stringify({ id: 7, name: 'echo', input: { a: 1 } }));
    expect(await nextMessage(socket)).toEqual({ id: 7, reply: { ok: true, value: { a: 1 } } });
    const notice: Notice = { name: 'workspace.changed', body: {} };
    tell(notice);
    expect(await nextMessage(socket)).toEqual({ notice });
  });

  it('answers an unknown call with a fault', async () => {
    const socket = await open();
    socket.send(JSON.stringify({ id: 1, name: '__proto__' }));
    expect(await nextMessage(socket)).toMatchObject({ id: 1, reply: { ok: false, error: { code: 'UnknownCall' } } });
  });

  it('tells the window of a bug without its cause', async () => {
    const socket = await open();
    socket.send(JSON.stringify({ id: 1, name: 'boom' }));
    const answer = JSON.stringify(await nextMessage(socket));
    expect(answer).toContain('"Internal"');
    expect(answer).not.toContain('secret');
  });

  it.each(['{', '[]', '{"id":0,"name":"echo"}', '{"id":1}', '{"id":1,"name":"echo","more":1}'])(
    'hangs up on %s',
    async text => {
      const socket = await open();
      socket.send(text);
      expect(await closing(socket)).toBe(1007);
    },
  );

  it('hangs up on bytes', async () => {
    const socket = await open();
    socket.send(Buffer.from('{"id":1,"name":"echo"}'));
    expect(await closing(socket)).toBe(1003);
  });

  it('hangs up on a call of more than 2 MiB', async () => {
    const socket = await open();
    socket.send(JSON.stringify({ id: 1, name: 'echo', input: 'x'.repeat(2 * 1024 * 1024) }));
    expect(await closing(socket)).toBe(1009);
  });
});

it('says so when the port is taken', async () => {
  await expect(openServer({ desk, windowDir: folder, port, log: () => {} })).rejects.toThrow(
    `Port ${port} is taken by another program; choose another with --port.`,
  );
});
