/** A whole app over a workspace on disk, with a clock that ticks a second a look and ids that count: for tests of the application. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Notice, Reply } from '../../../preload/contract/bridge.ts';
import type { CallName, Input, Output } from '../../../preload/contract/contract.ts';
import { createApp } from '../createApp.ts';

export type DeskOnDisk = {
  readonly workspaceDir: string;
  readonly notices: Notice[];
  readonly log: string[];
  readonly call: <C extends CallName>(name: C, input: Input<C>) => Promise<Reply<Output<C>>>;
  /** The value of a call that must succeed. */
  readonly must: <C extends CallName>(name: C, input: Input<C>) => Promise<Output<C>>;
  readonly idle: () => Promise<void>;
  /** Puts the clock forward; nothing happens by itself. */
  readonly putForward: (minutes: number) => void;
  /** Has everything go on that waited for a moment which has come. */
  readonly passDue: () => void;
  /** Closes the app and opens it again on the same workspace; `meanwhile` has the workspace to itself. */
  readonly restart: (meanwhile?: () => void) => Promise<void>;
  readonly close: () => Promise<void>;
};

let made = 0;

/** A valid UUID that counts, so that failures read the same every time. */
export const countedId = (): string => {
  made += 1;
  return `00000000-0000-7000-8000-${String(made).padStart(12, '0')}`;
};

export function openDeskOnDisk(workspaceDir = mkdtempSync(join(tmpdir(), 'desk-'))): DeskOnDisk {
  let seconds = 0;
  const notices: Notice[] = [];
  const log: string[] = [];
  const open = () => {
    const app = createApp({
      workspaceDir,
      samplesDir: join(import.meta.dirname, '../../../samples'),
      appVersion: '0.0.0-test',
      now: () => new Date(Date.UTC(2026, 10, 23, 8, 0, (seconds += 1))).toISOString(),
      newId: countedId,
      log: line => void log.push(line),
    });
    app.subscribe(notice => void notices.push(notice));
    return app;
  };
  let app = open();
  const call: DeskOnDisk['call'] = async (name, input) => (await app.serve(name, input)) as Reply<never>;
  onTestFinished(async () => {
    await app.close();
    rmSync(workspaceDir, { recursive: true, force: true });
  });
  return {
    workspaceDir,
    notices,
    log,
    call,
    must: async (name, input) => {
      const reply = await call(name, input);
      if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}\n${log.join('\n')}`);
      return reply.value;
    },
    idle: () => app.idle(),
    putForward: minutes => {
      seconds += minutes * 60;
    },
    passDue: () => app.passDue(),
    restart: async meanwhile => {
      await app.close();
      meanwhile?.();
      app = open();
    },
    close: () => app.close(),
  };
}

/** Uploads a text in two chunks and imports it; gives the job's id when it has ended. */
export async function importText(
  desk: DeskOnDisk,
  fileName: string,
  text: string,
  kind: 'orders' | 'catalog' | 'auto' = 'auto',
): Promise<string> {
  const { uploadId } = await desk.must('upload.begin', { fileName, sizeBytes: text.length });
  const half = Math.ceil(text.length / 2);
  await desk.must('upload.append', { uploadId, index: 0, text: text.slice(0, half) });
  await desk.must('upload.append', { uploadId, index: 1, text: text.slice(half) });
  const { jobId } = await desk.must('import.start', { uploadId, kind });
  await desk.idle();
  return jobId;
}

/** A small catalog as an operator would write it: one customer-facing service realized by one resource-facing one. */
export const smallCatalog = {
  name: 'Small',
  serviceSpecification: [
    { id: 'internet', name: 'Internet', '@type': 'CustomerFacingServiceSpecification', lifecycleStatus: 'Active' },
    { id: 'access', name: 'Access', '@type': 'ResourceFacingServiceSpecification', lifecycleStatus: 'Active' },
  ],
  fulfillmentDesk: {
    relationships: [{ id: 'r1', type: 'realizedAs', source: 'internet', target: 'access' }],
    planTemplates: [
      {
        id: 'build',
        name: 'Build the access',
        tasks: [
          { key: 'survey', title: 'Survey the site', duration: 'PT2H' },
          {
            key: 'install',
            title: 'Install the line',
            duration: 'PT4H',
            after: ['survey'],
            fields: [{ name: 'serial', label: 'Serial number', mandatory: true }],
          },
        ],
      },
    ],
    policies: [{ id: 'p1', specification: 'access', planTemplate: 'build' }],
  },
};

/** A TMF641 order of one `internet` line per id given. */
export const smallOrder = (id: string, ...items: readonly string[]) => ({
  id,
  externalId: `CRM-${id}`,
  description: `Internet for ${id}`,
  requestedCompletionDate: '2026-12-20T12:00:00.000Z',
  relatedParty: [{ id: 'ACME', name: 'Acme Ltd', role: 'customer' }],
  serviceOrderItem: (items.length === 0 ? ['1'] : items).map(item => ({
    id: item,
    action: 'add',
    service: {
      serviceSpecification: { id: 'internet' },
      place: [{ id: 'P1', name: 'Oslo', role: 'site' }],
      serviceCharacteristic: [{ name: 'speed', value: '1G' }],
    },
  })),
});

export const textOf = (value: unknown): string => JSON.stringify(value);
