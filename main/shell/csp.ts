/** The Content-Security-Policy of the window: the same one, with a fresh nonce per page, in both shells. */
import { randomBytes } from 'node:crypto';

/** What stands in `index.html` where each page load gets its own nonce. */
export const NONCE_MARK = 'DESK_NONCE';

export const newNonce = (): string => randomBytes(16).toString('base64url');

/** No eval, no inline script, no inline style attribute; style elements only with this page's nonce. */
export function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "style-src-attr 'none'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "worker-src 'self'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types default',
  ].join('; ');
}
