/** A desk with the demo loaded into it at a fixed moment, and the file to look into: for tests of the demo. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { openReader } from '../../../../db/open.ts';
import type { Reply } from '../../../../preload/contract/bridge.ts';
import type { CallName, Input, Output } from '../../../../preload/contract/contract.ts';
import { createApp, workspaceFile } from '../../createApp.ts';
import { countedId } from '../../testing/deskOnDisk.ts';

export const loadedAt = '2026-11-23T10:15:00.000Z';

export type DemoDesk = {
  readonly log: readonly string[];
  readonly must: <C extends CallName>(name: C, input: Input<C>) => Promise<Output<C>>;
  readonly idle: () => Promise<void>;
  /** Resolves when this many batches of the job have been committed since the app was opened. */
  readonly batches: (count: number) => Promise<void>;
  /** Closes the app, the job unfinished, and opens it again. */
  readonly restart: () => Promise<void>;
  readonly file: () => Database;
  readonly close: () => Promise<void>;
};

export function openDemoDesk(): DemoDesk {
  const workspaceDir = mkdtempSync(join(tmpdir(), 'desk-demo-'));
  const log: string[] = [];
  const files: Database[] = [];
  let jobNotices = 0;
  let awaited: { readonly count: number; readonly resolve: () => void } | undefined;
  const open = () => {
    jobNotices = 0;
    const opened = createApp({
      workspaceDir,
      samplesDir: join(import.meta.dirname, '../../../../samples'),
      appVersion: '0.0.0-test',
      now: () => loadedAt,
      newId: countedId,
      log: line => void log.push(line),
    });
    opened.subscribe(({ name }) => {
      if (name !== 'job.changed') return;
      jobNotices += 1;
      if (awaited !== undefined && jobNotices >= awaited.count) awaited.resolve();
    });
    return opened;
  };
  let app = open();
  return {
    log,
    must: async (name, input) => {
      const reply = (await app.serve(name, input)) as Reply<never>;
      if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}\n${log.join('\n')}`);
      return reply.value;
    },
    idle: () => app.idle(),
    batches: count => new Promise(resolve => (awaited = { count, resolve })),
    restart: async () => {
      await app.close();
      awaited = undefined;
      app = open();
    },
    file: () => {
      const file = openReader(workspaceFile(workspaceDir));
      files.push(file);
      return file;
    },
    close: async () => {
      for (const file of files) file.close();
      await app.close();
      rmSync(workspaceDir, { recursive: true, force: true });
    },
  };
}
