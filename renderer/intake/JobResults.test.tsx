import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { pageOf } from '../testing/literalOrders.ts';
import { session } from '../testing/literalSession.ts';
import type { DocumentResult, Job } from '../../preload/contract/intake.ts';
import { ImportScreen } from './ImportScreen.tsx';
import { UploadsProvider } from './UploadsProvider.tsx';

const job: Job = {
  id: 'j1',
  kind: 'orders',
  file: 'orders.json',
  state: 'completed',
  done: 2,
  total: 2,
  imported: 1,
  duplicate: 0,
  refused: 1,
  startedAt: '2026-11-23T08:00:00.000Z',
  endedAt: '2026-11-23T08:00:01.000Z',
  problem: null,
};

const good: DocumentResult = {
  index: 0,
  path: '$[0]',
  outcome: 'imported',
  orderId: 'o1',
  orderNumber: 'ORD0000001',
  label: 'WEB-1',
  understood: [{ path: '$[0].requestedCompletionDate', code: 'dateWithoutZone', raw: '2026-12-01', as: '2026-12-01Z' }],
  problems: [],
};

const bad: DocumentResult = {
  ...good,
  index: 1,
  path: '$[1]',
  outcome: 'refused',
  orderId: null,
  orderNumber: null,
  label: 'WEB-2',
  understood: [],
  problems: [
    {
      path: '$[1].serviceOrderItem[0].action',
      code: 'actionUnknown',
      facts: { found: 'explode', known: 'add, modify, delete' },
    },
  ],
};

function draw(jobId: string | null, more: Answers = {}) {
  const drawn = drawOver(
    {
      'workspace.status': () => session,
      'job.get': () => job,
      'job.recent': () => ({ jobs: [job] }),
      'job.results': ({ outcome }) => pageOf([good, bad].filter(one => !outcome || one.outcome === outcome)),
      ...more,
    },
    <UploadsProvider>
      <ImportScreen jobId={jobId} />
    </UploadsProvider>,
  );
  return { ...drawn, user: userEvent.setup() };
}

test('each document has its own outcome; a refused one says where and why', async () => {
  const { user } = draw('j1');
  await user.click(await screen.findByRole('row', { name: /WEB-2/ }));
  const detail = screen.getByRole('region', { name: 'WEB-2' });
  expect(within(detail).getByText('The action “explode” is not known. Known are: add, modify, delete.')).toBeDefined();
  expect(within(detail).getByText('$[1].serviceOrderItem[0].action')).toBeDefined();
});

test('an imported one leads to its order and says what was read although written differently', async () => {
  const { user } = draw('j1');
  await user.click(await screen.findByRole('row', { name: /WEB-1/ }));
  const detail = screen.getByRole('region', { name: 'WEB-1' });
  expect(within(detail).getByText('The date has no time zone; UTC was assumed.')).toBeDefined();
  expect(within(detail).getByRole('link', { name: 'Open ORD0000001' }).getAttribute('href')).toBe('#/orders/o1');
});

test('the results are filtered by outcome', async () => {
  const { user } = draw('j1');
  await user.click(await screen.findByRole('radio', { name: 'Refused 1' }));
  expect(await screen.findByRole('row', { name: /WEB-2/ })).toBeDefined();
  expect(screen.queryByRole('row', { name: /WEB-1/ })).toBeNull();
});

test('a chosen file is sent in pieces and its import is started', async () => {
  const { user, asked } = draw(null, {
    'upload.begin': () => ({ uploadId: 'u1' }),
    'upload.append': () => ({ received: 1 }),
    'import.start': () => ({ jobId: 'j1' }),
  });
  const text = '{"externalId":"WEB-1"}';
  const file = new File([text], 'orders.json', { type: 'application/json' });
  await user.upload(await screen.findByLabelText('Files to import'), file);
  const sent = asked.filter(({ name }) => name.startsWith('upload') || name === 'import.start');
  expect(sent).toEqual([
    { name: 'upload.begin', input: { fileName: 'orders.json', sizeBytes: text.length } },
    { name: 'upload.append', input: { uploadId: 'u1', index: 0, text } },
    { name: 'import.start', input: { uploadId: 'u1', kind: 'auto' } },
  ]);
  expect(window.location.hash).toBe('#/import/j1');
});

test('a broken file says at which line and column, and what was expected there', async () => {
  const facts = { line: '3', column: '7', found: '}', expected: 'value', snippet: '"id": }' };
  draw(null, {
    'job.recent': () => ({ jobs: [{ ...job, state: 'failed', problem: { code: 'brokenJson', facts } }] }),
  });
  expect(
    await screen.findByText(
      'The JSON breaks at line 3, column 7: a value expected, but “}” stands there. Correct it near “"id": }”.',
    ),
  ).toBeDefined();
});

test('an import under way can be stopped', async () => {
  const { user, asked } = draw(null, {
    'job.recent': () => ({ jobs: [{ ...job, state: 'running', endedAt: null, total: 10 }] }),
    'job.cancel': () => ({}),
  });
  await user.click(await screen.findByRole('button', { name: 'Stop importing orders.json' }));
  expect(asked.filter(({ name }) => name === 'job.cancel')).toEqual([{ name: 'job.cancel', input: { jobId: 'j1' } }]);
});
