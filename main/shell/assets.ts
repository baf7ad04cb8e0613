/** Answers a request for a file of the built window: contained in its folder, of a known type, with every page's headers. */
import { readFile } from 'node:fs/promises';
import { extname, resolve, sep } from 'node:path';
import { contentSecurityPolicy, newNonce, NONCE_MARK } from './csp.ts';

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
};

const MIME: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** On every answer of either shell, whatever it carries. */
export const COMMON_HEADERS: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
};

/** A short plain-text answer that is never kept. */
export function plainAnswer(status: number, text: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const own = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' };
  return { status, headers: { ...COMMON_HEADERS, ...own, ...headers }, body: text };
}

/**
 * The file inside `root` that a URL path names, or undefined when the path is malformed or leads outside.
 * `path` is the still encoded path of the URL.
 */
export function fileInside(root: string, path: string): string | undefined {
  let decoded: string;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (decoded.includes('\0') || decoded.includes('\\') || decoded.includes(':') || decoded.length > 1024)
    return undefined;
  const folder = resolve(root);
  const file = resolve(folder, `.${decoded === '/' ? '/index.html' : decoded}`);
  return decoded.startsWith('/') && file.startsWith(folder + sep) ? file : undefined;
}

/** Serves GET and HEAD of the window's files from `root`; pages get a policy with their own nonce and are never stored. */
export async function serveAsset(root: string, method: string, path: string): Promise<Answer> {
  if (method !== 'GET' && method !== 'HEAD')
    return plainAnswer(405, 'Only reading is possible here.', { Allow: 'GET, HEAD' });
  const file = fileInside(root, path);
  const type = MIME[extname(file ?? '')];
  const found = file && type ? await readIfPresent(file) : undefined;
  if (!found || !type) return plainAnswer(404, 'There is nothing here.');
  const body = method === 'GET';
  if (type.startsWith('text/html')) return page(found.toString('utf8'), body);
  const headers = { ...COMMON_HEADERS, 'Content-Type': type, 'Cache-Control': caching(path) };
  return { status: 200, headers, body: body ? new Uint8Array(found) : null };
}

function page(html: string, withBody: boolean): Answer {
  const nonce = newNonce();
  const headers = {
    ...COMMON_HEADERS,
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': 'no-store',
    'Content-Security-Policy': contentSecurityPolicy(nonce),
  };
  return { status: 200, headers, body: withBody ? html.replaceAll(NONCE_MARK, nonce) : null };
}

/** The bundler puts a hash of the content into the names under `assets/`, so those may be kept for ever. */
const caching = (path: string): string =>
  path.startsWith('/assets/') ? 'private, max-age=31536000, immutable' : 'no-store';

async function readIfPresent(file: string): Promise<Buffer | undefined> {
  try {
    return await readFile(file);
  } catch {
    return undefined;
  }
}
