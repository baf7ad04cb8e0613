/** Takes away from the window everything it does not need: permissions, navigation, new windows, embedded pages. */
import { shell, type Session, type WebContents } from 'electron';
import { isOwnAddress, mayOpenOutside } from '../shell/urls.ts';
import { WINDOW_ADDRESS } from './origin.ts';

/** All that a page of ours may ever be granted. */
const GRANTED: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

export const isGranted = (permission: string, requester: string): boolean =>
  GRANTED.has(permission) && isOwnAddress(requester, WINDOW_ADDRESS);

export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(isGranted(permission, contents.getURL())),
  );
  session.setPermissionCheckHandler((contents, permission) => isGranted(permission, contents?.getURL() ?? ''));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event, item) => {
    if (!isOwnAddress(item.getURL().replace(/^blob:/, ''), WINDOW_ADDRESS)) event.preventDefault();
  });
}

export function denyNavigation(contents: WebContents): void {
  const staysInside = (event: { preventDefault: () => void; readonly url: string }): void => {
    if (!isOwnAddress(event.url, WINDOW_ADDRESS)) event.preventDefault();
  };
  contents.on('will-navigate', staysInside);
  contents.on('will-frame-navigate', staysInside);
  contents.on('will-redirect', staysInside);
  contents.on('will-attach-webview', event => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    if (mayOpenOutside(url)) void shell.openExternal(url);
    return { action: 'deny' };
  });
}
