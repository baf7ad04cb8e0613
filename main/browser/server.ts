/** The loopback server: hands out the window's files to the one who entered, and takes its WebSocket. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Desk } from '../../preload/contract/bridge.ts';
import { plainAnswer, serveAsset, type Answer } from '../shell/assets.ts';
import { type Access, createAccess, isOwnHost } from './access.ts';
import { acceptSockets } from './sockets.ts';

export type BrowserServer = {
  /** The address with the one-time token, to be opened once. */
  readonly address: string;
  readonly port: number;
  readonly close: () => Promise<void>;
};

export type ServerOptions = {
  readonly desk: Desk;
  /** The folder of the built window. */
  readonly windowDir: string;
  /** 0: any free port. */
  readonly port: number;
  readonly log: (line: string) => void;
};

/** @throws Error when the port is taken */
export async function openServer({ desk, windowDir, port: wanted, log }: ServerOptions): Promise<BrowserServer> {
  const server = createServer();
  const port = await listen(server, wanted);
  const access = createAccess(port);
  server.on('request', (request, response) => {
    respond(request, access, port, windowDir).then(
      answer => send(response, answer),
      (error: unknown) => {
        log(`A request failed: ${String(error)}`);
        send(response, plainAnswer(500, 'Something broke inside Fulfillment Desk; its log has the details.'));
      },
    );
  });
  const sockets = acceptSockets(server, { desk, access, port, log });
  return {
    port,
    address: `http://127.0.0.1:${port}/enter?token=${access.token}`,
    close: () =>
      new Promise(done => {
        sockets.close();
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

async function respond(request: IncomingMessage, access: Access, port: number, windowDir: string): Promise<Answer> {
  if (!isOwnHost(request.headers.host, port)) return plainAnswer(421, 'This is not the address that was printed.');
  const target = request.url ?? '';
  const cut = target.indexOf('?');
  const path = cut < 0 ? target : target.slice(0, cut);
  if (path === '/enter' && request.method === 'GET') return enter(access, target.slice(cut + 1));
  if (!access.holds(request.headers.cookie)) return plainAnswer(401, NOT_ENTERED);
  return serveAsset(windowDir, request.method ?? '', path);
}

const NOT_ENTERED =
  'Open the address that Fulfillment Desk printed when it started. It works once; start Fulfillment Desk again for a new one.';

function enter(access: Access, query: string): Answer {
  const cookie = access.enter(new URLSearchParams(query).get('token'));
  return cookie ? plainAnswer(303, '', { Location: '/', 'Set-Cookie': cookie }) : plainAnswer(401, NOT_ENTERED);
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body ?? undefined);
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((done, failed) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      failed(taken ? new Error(`Port ${port} is taken by another program; choose another with --port.`) : error);
    });
    server.listen(port, '127.0.0.1', () => done((server.address() as AddressInfo).port));
  });
}
