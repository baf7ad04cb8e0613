/** Opens a workspace for a shell: one thread that changes things, one that answers questions, so that neither delays the other. */
import { mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import packageJson from '../../package.json' with { type: 'json' };
import type { Notice, ServingDesk } from '../../preload/contract/bridge.ts';
import { readReply } from '../../preload/contract/replyText.ts';
import { sideOf } from './sides.ts';
import type { ThreadData } from './threads/protocol.ts';
import { startThread } from './threads/startThread.ts';
import { threadEntry } from './threads/threadEntry.ts';

export type DeskOptions = { readonly workspaceDir: string; readonly log: (line: string) => void };

/** Creates the workspace when it is not there. Throws a WorkspaceError in words for the person when it cannot be opened. */
export async function openDesk({ workspaceDir, log }: DeskOptions): Promise<ServingDesk> {
  mkdirSync(workspaceDir, { recursive: true });
  const listeners = new Set<(notice: Notice) => void>();
  const onNotice = (notice: Notice): void => {
    for (const listener of listeners) listener(notice);
  };
  const isBuilt = !import.meta.url.endsWith('.ts');
  const data: ThreadData = {
    workspaceDir,
    samplesDir: fileURLToPath(new URL(isBuilt ? '../samples' : '../../samples', import.meta.url)),
    appVersion: packageJson.version,
  };
  const start = (name: string) =>
    startThread(threadEntry(name, import.meta.url, './threads/'), data, { onNotice, log });
  // The writer creates and migrates the file that the reader needs.
  const writer = await start('writer');
  const reader = await start('reader');
  const answer = (name: string, input: unknown): Promise<string> =>
    (sideOf(name) === 'writer' ? writer : reader).call(name, input);
  return {
    answer,
    serve: async (name, input) => readReply(await answer(name, input)),
    subscribe: listener => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: async () => {
      await reader.close();
      await writer.close();
    },
  };
}
