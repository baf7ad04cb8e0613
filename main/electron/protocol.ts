/** Serves the built window under `app://desk/`, so that no page of ours is ever a `file:`. */
import { protocol, type Session } from 'electron';
import { plainAnswer, serveAsset, type Answer } from '../shell/assets.ts';
import { isOwnAddress } from '../shell/urls.ts';
import { SCHEME, WINDOW_ADDRESS } from './origin.ts';

/** Must run before the app is ready. */
export function declareScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges }]);
}

export function serveWindow(session: Session, windowDir: string): void {
  session.protocol.handle(SCHEME, async request => {
    if (!isOwnAddress(request.url, WINDOW_ADDRESS)) return toResponse(plainAnswer(404, 'There is nothing here.'));
    return toResponse(await serveAsset(windowDir, request.method, new URL(request.url).pathname));
  });
}

const toResponse = ({ status, headers, body }: Answer): Response => new Response(body, { status, headers });
