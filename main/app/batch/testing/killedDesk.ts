/** An app in a program of its own that is killed as soon as a job is so far: for the tests of what is found afterwards. */
import { v7 } from 'uuid';
import type { CallName, Input, Output } from '../../../../preload/contract/contract.ts';
import { createApp } from '../../createApp.ts';

export type KilledDesk = {
  /** The value of a call that must succeed. */
  readonly must: <C extends CallName>(name: C, input: Input<C>) => Promise<Output<C>>;
  readonly idle: () => Promise<void>;
};

/** `until` is how many items of a job are done when the process ends. */
export function openKilledDesk(workspaceDir: string, samplesDir: string, until: number): KilledDesk {
  const app = createApp({
    workspaceDir,
    samplesDir,
    appVersion: '0.0.0-test',
    now: () => new Date().toISOString(),
    newId: v7,
    log: line => void process.stderr.write(`${line}\n`),
  });
  app.subscribe(({ name, body }) => {
    if (name === 'job.changed' && body.job.done >= until) process.kill(process.pid, 'SIGKILL');
  });
  return {
    idle: () => app.idle(),
    must: async <C extends CallName>(name: C, input: Input<C>) => {
      const reply = await app.serve(name, input);
      if (!reply.ok) throw new Error(`${name} was refused: ${JSON.stringify(reply.error)}`);
      return reply.value as Output<C>;
    },
  };
}
