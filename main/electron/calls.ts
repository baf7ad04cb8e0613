/** Puts the desk on Electron's IPC: one channel for calls, checked for who sends, and one for notices. */
import { ipcMain, type BrowserWindow } from 'electron';
import type { Desk } from '../../preload/contract/bridge.ts';
import { CALL_CHANNEL, NOTICE_CHANNEL } from '../../preload/contract/channels.ts';
import { answer, refused } from '../shell/answer.ts';
import { isOurFrame } from './origin.ts';

export function answerCalls(desk: Desk, log: (line: string) => void): void {
  ipcMain.handle(CALL_CHANNEL, ({ senderFrame }, name: unknown, input: unknown): Promise<string> | string => {
    if (isOurFrame(senderFrame)) return answer(desk, name, input, log);
    log('A call from a foreign frame was refused.');
    return refused({ code: 'BadInput', message: 'Only the window of Fulfillment Desk may ask.' });
  });
}

/** @returns what stops it */
export function passNotices(desk: Desk, window: BrowserWindow): () => void {
  return desk.subscribe(notice => {
    if (!window.isDestroyed()) window.webContents.send(NOTICE_CHANNEL, notice);
  });
}
