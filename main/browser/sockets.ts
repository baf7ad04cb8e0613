/** The WebSocket side of the browser shell: lets in only our own page, answers its calls, passes notices on. */
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocket, WebSocketServer, type RawData } from 'ws';
import type { Desk } from '../../preload/contract/bridge.ts';
import { SOCKET_PATH } from '../../preload/contract/channels.ts';
import { callFrame, replyFrame, type AnswerFrame } from '../../preload/contract/frames.ts';
import { answer } from '../shell/answer.ts';
import { type Access, isOwnHost, isOwnOrigin } from './access.ts';

/** The largest call: a chunk of an uploaded file with room to spare. */
const MAX_CALL_BYTES = 2 * 1024 * 1024;
/** A window that does not read for this long is cut off; it connects anew and reads afresh. */
const MAX_UNREAD_BYTES = 32 * 1024 * 1024;

type Settings = {
  readonly desk: Desk;
  readonly access: Access;
  readonly port: number;
  readonly log: (line: string) => void;
};

export function acceptSockets(server: Server, { desk, access, port, log }: Settings): { close: () => void } {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_CALL_BYTES, perMessageDeflate: false });
  server.on('upgrade', (request, stream, head) => {
    const refusal = whyRefused(request, access, port);
    if (refusal) return refuse(stream, refusal);
    sockets.handleUpgrade(request, stream, head, socket => talk(socket, desk, log));
  });
  const unsubscribe = desk.subscribe(notice => {
    const frame: AnswerFrame = { notice };
    const text = JSON.stringify(frame);
    for (const socket of sockets.clients) pass(socket, text);
  });
  return {
    close() {
      unsubscribe();
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
    },
  };
}

function whyRefused({ headers, url }: IncomingMessage, access: Access, port: number): string | undefined {
  if (!isOwnHost(headers.host, port)) return '421 Misdirected Request';
  if (url !== SOCKET_PATH) return '404 Not Found';
  if (!isOwnOrigin(headers.origin, port)) return '403 Forbidden';
  if (!access.holds(headers.cookie)) return '401 Unauthorized';
  return undefined;
}

function refuse(stream: Duplex, status: string): void {
  stream.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

function talk(socket: WebSocket, desk: Desk, log: (line: string) => void): void {
  socket.on('error', error => log(`A window's connection broke: ${error.message}`));
  socket.on('message', (data, isBinary) => {
    if (isBinary) return socket.close(1003, 'Text only.');
    const call = readCall(data);
    if (!call) return socket.close(1007, 'Not a call.');
    void answer(desk, call.name, call.input, log).then(reply => pass(socket, replyFrame(call.id, reply)));
  });
}

function readCall(data: RawData): { id: number; name: string; input?: unknown } | undefined {
  try {
    return callFrame.safeParse(JSON.parse((data as Buffer).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

function pass(socket: WebSocket, text: string): void {
  if (socket.bufferedAmount > MAX_UNREAD_BYTES) return socket.terminate();
  if (socket.readyState === WebSocket.OPEN) socket.send(text);
}
