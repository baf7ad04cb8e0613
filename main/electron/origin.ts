/** The address of the window inside Electron, and how a frame proves that it is ours. */
import { isOwnAddress } from '../shell/urls.ts';

export const SCHEME = 'app';
export const WINDOW_ADDRESS = `${SCHEME}://desk/`;

export type Frame = { readonly url: string; readonly parent: unknown };

/** True only for the top frame of our own page. */
export function isOurFrame(frame: Frame | null): boolean {
  return frame !== null && frame.parent === null && isOwnAddress(frame.url, WINDOW_ADDRESS);
}
