/** Who may talk to the browser shell: a one-time token buys a cookie, the cookie opens everything else. */
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

export type Access = {
  /** Good for one entry; a new start of the shell makes a new one. */
  readonly token: string;
  /** The `Set-Cookie` value for a right token that was not used before. */
  readonly enter: (token: string | null) => string | undefined;
  /** Whether a `Cookie` header carries this shell's session. */
  readonly holds: (cookies: string | undefined) => boolean;
};

/** The cookie's name carries the port, since browsers send cookies to every port of a host. */
export function createAccess(port: number): Access {
  const token = randomBytes(32).toString('base64url');
  const session = randomBytes(32).toString('base64url');
  const name = `desk-${port}`;
  let used = false;
  return {
    token,
    enter(given) {
      if (used || given === null || !same(given, token)) return undefined;
      used = true;
      return `${name}=${session}; Path=/; HttpOnly; SameSite=Strict`;
    },
    holds(cookies) {
      return (cookies ?? '').split(';').some(pair => {
        const [key, value] = pair.trim().split('=');
        return key === name && value !== undefined && same(value, session);
      });
    },
  };
}

/** Only the very address that was printed: another name for it may be a rebound foreign one. */
export const isOwnHost = (host: string | undefined, port: number): boolean => host === `127.0.0.1:${port}`;

/** A WebSocket carries no same-origin policy of its own, so its Origin must be present and exactly ours. */
export const isOwnOrigin = (origin: string | undefined, port: number): boolean => origin === `http://127.0.0.1:${port}`;

/** Compares in constant time, whatever the lengths. */
function same(a: string, b: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
