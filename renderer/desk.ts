/** The one object through which the window reaches the app: Electron's, or over a socket in the browser shell. */
import { connectDesk } from '../preload/browser.ts';
import type { Bridge } from '../preload/contract/bridge.ts';

export const desk: Bridge = (window as { readonly desk?: Bridge }).desk ?? connectDesk();
