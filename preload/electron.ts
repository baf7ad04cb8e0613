/** Hands the window its two ways to talk to the app, and nothing else; what a call means is the app's business. */
import { contextBridge, ipcRenderer } from 'electron';
import type { Bridge, Notice } from './contract/bridge.ts';
import { CALL_CHANNEL, NOTICE_CHANNEL } from './contract/channels.ts';
import type { NoticeName, NoticeOf } from './contract/contract.ts';
import { readReply } from './contract/replyText.ts';

const bridge: Bridge = {
  shell: 'electron',
  // One text crosses more quickly than what it says.
  call: async (name, input) => readReply((await ipcRenderer.invoke(CALL_CHANNEL, name, input)) as string) as never,
  on<N extends NoticeName>(name: N, listener: (body: NoticeOf<N>) => void) {
    const hear = (_event: unknown, notice: Notice): void => {
      if (notice.name === name) listener(notice.body as NoticeOf<N>);
    };
    ipcRenderer.on(NOTICE_CHANNEL, hear);
    return () => {
      ipcRenderer.off(NOTICE_CHANNEL, hear);
    };
  },
};

contextBridge.exposeInMainWorld('desk', bridge);
