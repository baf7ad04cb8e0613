import { expect, test } from 'vitest';
import { DamagedFileError } from '../../db/errors.ts';
import type { Reply } from '../../preload/contract/bridge.ts';
import { ok } from '../domain/result.ts';
import { serveCalls } from './serve.ts';

const handlers = { 'job.cancel': () => ok({}) };
const input = { jobId: 'j1' };

function serving(around?: (work: () => Reply<unknown>) => Reply<unknown>) {
  const bugs: unknown[] = [];
  return { serve: serveCalls(handlers, bug => void bugs.push(bug), around), bugs };
}

test('a handler runs in what is around it', () => {
  const { serve } = serving(work => {
    const reply = work();
    return reply.ok ? ok({ done: reply.value }) : reply;
  });
  expect(serve('job.cancel', input)).toEqual({ ok: true, value: { done: {} } });
});

test('what goes wrong around the file is answered in its own words, logged, and never thrown', () => {
  const { serve, bugs } = serving(() => {
    throw new DamagedFileError('w.db', null);
  });
  const message = 'w.db is damaged. Keep it, and restore a backup beside it.';
  expect(serve('job.cancel', input)).toEqual({ ok: false, error: { code: 'Internal', message } });
  expect(bugs).toHaveLength(1);
});

test('a bug is answered without its details, which are logged', () => {
  const { serve, bugs } = serving(() => {
    throw new TypeError('undefined is not a function');
  });
  const reply = serve('job.cancel', input);
  expect(reply).toMatchObject({ ok: false, error: { code: 'Internal' } });
  expect(JSON.stringify(reply)).not.toContain('undefined');
  expect(bugs).toHaveLength(1);
});
