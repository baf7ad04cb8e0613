/** The names under which calls and notices travel in each shell. */

/** Electron: the window asks on the first, the app tells on the second. */
export const CALL_CHANNEL = 'desk.call';
export const NOTICE_CHANNEL = 'desk.notice';

/** Browser shell: the path of the one WebSocket. */
export const SOCKET_PATH = '/desk';
