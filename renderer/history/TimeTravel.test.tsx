/** Going back in an order's history. */
import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { session } from '../testing/literalSession.ts';
import { momentTime } from './moments.ts';
import { TimeTravel } from './TimeTravel.tsx';

vi.setConfig({ testTimeout: 20_000 });

const moment = (version: number, event: string, subject = 'order', subjectName: string | null = null) => ({
  version,
  at: `2026-11-12T14:0${version}:00.000Z`,
  by: 'liv',
  event,
  subject,
  subjectName,
});

const moments = [
  moment(1, 'OrderImported'),
  moment(2, 'OrderApproved'),
  moment(3, 'TaskStarted', 'T1', 'TASK0000421-1 Survey'),
  moment(4, 'TaskCompleted', 'T1', 'TASK0000421-1 Survey'),
  moment(5, 'TasksOpened', 'T2', 'TASK0000421-2 Install CPE'),
];

const answers: Answers = {
  'workspace.status': () => session,
  'history.moments': () => ({ moments, total: moments.length }),
  'history.compare': ({ from, to }) => ({
    total: from === to ? 0 : 2,
    next: null,
    rows:
      from === to
        ? []
        : [
            {
              key: 'T1',
              kind: 'task',
              number: 'TASK0000421-1',
              title: 'Survey',
              change: 'changed',
              fields: [
                { field: 'state', was: 'open', now: 'closedComplete' },
                { field: 'assignee', was: null, now: 'kai' },
              ],
            },
            { key: 'T9', kind: 'task', number: 'TASK0000421-9', title: 'New task', change: 'added', fields: [] },
          ],
  }),
};

function Plan({ onMoment }: { readonly onMoment: (version: number | null) => void }) {
  const [asOf, setAsOf] = useState<number | null>(null);
  return (
    <TimeTravel
      orderId="o1"
      asOf={asOf}
      onMoment={version => {
        setAsOf(version);
        onMoment(version);
      }}
    />
  );
}

async function open(more: Answers = {}) {
  const onMoment = vi.fn();
  const drawn = drawOver({ ...answers, ...more }, <Plan onMoment={onMoment} />);
  const slider = await screen.findByRole('slider', { name: 'Moment' });
  return { ...drawn, onMoment, slider, user: userEvent.setup() };
}

const goTo = (slider: HTMLElement, version: number): void => {
  fireEvent.change(slider, { target: { value: String(version) } });
};

test('X6 the slider has a step for every moment, begins at now, and has the focus', async () => {
  const { slider } = await open();
  expect([slider.getAttribute('min'), slider.getAttribute('max')]).toEqual(['1', '5']);
  expect(slider.getAttribute('aria-valuetext')).toBe('Now');
  expect(document.activeElement).toBe(slider);
});

test('X6 a place is told with when, what and on which part, and the plan follows', async () => {
  const { slider, onMoment } = await open();
  goTo(slider, 4);
  const time = momentTime('2026-11-12T14:04:00.000Z');
  expect(slider.getAttribute('aria-valuetext')).toBe(`${time} · Completed · TASK0000421-1 Survey`);
  await waitFor(() => expect(onMoment.mock.calls).toEqual([[4]]));
  expect(screen.getByText(`As of ${time} — nothing can be changed here`)).toBeDefined();
  expect(screen.getByText('by Liv Dahl')).toBeDefined();
});

test('X6 a quick drag reads only the moment where it comes to rest', async () => {
  const { slider, onMoment } = await open();
  for (const version of [4, 3, 2, 1]) goTo(slider, version);
  await waitFor(() => expect(onMoment.mock.calls).toEqual([[1]]));
});

test('X6 one step back and forth, and back to now', async () => {
  const { onMoment, slider, user } = await open();
  await user.click(screen.getByRole('button', { name: 'Previous change' }));
  await waitFor(() => expect(onMoment).toHaveBeenLastCalledWith(4));
  await user.click(screen.getByRole('button', { name: 'Previous change' }));
  await waitFor(() => expect(onMoment).toHaveBeenLastCalledWith(3));
  await user.click(screen.getByRole('button', { name: 'Next change' }));
  await waitFor(() => expect(onMoment).toHaveBeenLastCalledWith(4));
  await user.click(screen.getByRole('button', { name: 'Back to now' }));
  expect(onMoment).toHaveBeenLastCalledWith(null);
  expect(slider.getAttribute('aria-valuetext')).toBe('Now');
  expect(document.activeElement).toBe(slider);
});

test('X6 what happens meanwhile does not move the moment that is shown', async () => {
  let known = moments;
  const { slider, tell } = await open({ 'history.moments': () => ({ moments: known, total: known.length }) });
  goTo(slider, 3);
  await screen.findByText(/^As of/);
  known = [...moments, moment(6, 'NoteAdded')];
  act(() => tell({ name: 'orders.changed', body: { orderIds: ['o1'], many: false } }));
  await waitFor(() => expect(slider.getAttribute('max')).toBe('6'));
  expect(slider.getAttribute('aria-valuetext')).toContain('Started · TASK0000421-1 Survey');
});

test('X6 a moment is compared with now, and with another one', async () => {
  const { slider, asked, user } = await open();
  goTo(slider, 2);
  await user.click(await screen.findByRole('button', { name: 'Compare with now' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'What is different between two moments' }));
  const table = within(await dialog.findByRole('table', { name: 'What is different' }));
  const rows = table.getAllByRole('row').map(row => row.textContent);
  expect(rows).toEqual([
    'PartWhatFromTo',
    'Task TASK0000421-1SurveyStateReadyCompleted',
    'AssigneenoneKai Lund',
    'Task TASK0000421-9New taskAdded',
  ]);
  expect(dialog.getByText('2 parts are different')).toBeDefined();
  const compared = () => asked.flatMap(({ name, input }) => (name === 'history.compare' ? [input] : []));
  expect(compared()).toEqual([{ orderId: 'o1', from: 2, to: 5, after: 0, limit: 100 }]);
  goTo(dialog.getByRole('slider', { name: 'To' }), 2);
  expect(await dialog.findByText('Nothing is different')).toBeDefined();
  expect(compared().at(-1)).toEqual({ orderId: 'o1', from: 2, to: 2, after: 0, limit: 100 });
});

/** Sixty thousand notes, read around a version as the app reads them. */
const long: Answers = {
  'history.moments': ({ around, limit }) => {
    const total = 60_000;
    const first = Math.max(1, Math.min((around ?? total) - limit / 2, total - limit + 1));
    const seconds = (version: number): string => new Date(Date.UTC(2026, 0, 1) + version * 1000).toISOString();
    const noted = (version: number) => ({ ...moment(1, 'NoteAdded', 'T1', `Note ${version}`), version });
    return {
      total,
      moments: Array.from({ length: limit }, (_, n) => ({ ...noted(first + n), at: seconds(first + n) })),
    };
  },
};

test('X6 in a history of 60,000 events any of them is reached, and previous and next are always one', async () => {
  const { slider, onMoment, user } = await open(long);
  expect(screen.getByText('60,000 of 60,000')).toBeDefined();
  goTo(slider, 31_415);
  expect(slider.getAttribute('aria-valuetext')).toBe('Change 31,415 of 60,000');
  await waitFor(() => expect(slider.getAttribute('aria-valuetext')).toContain('Note · Note 31415'));
  expect(onMoment).toHaveBeenLastCalledWith(31_415);
  for (let back = 1; back <= 3; back += 1) {
    await user.click(screen.getByRole('button', { name: 'Previous change' }));
    expect(slider.getAttribute('aria-valuetext')).toContain(`Note · Note ${31_415 - back}`);
  }
  await user.click(screen.getByRole('button', { name: 'Next change' }));
  await waitFor(() => expect(onMoment).toHaveBeenLastCalledWith(31_413));
});

test('X6 of many differences the first are shown, with how many there are and a way to the rest', async () => {
  const part = (n: number) => ({
    key: `T${n}`,
    kind: 'task',
    number: `TASK-${n}`,
    title: `Task ${n}`,
    change: 'added' as const,
    fields: [],
  });
  const parts = Array.from({ length: 130 }, (_, n) => part(n + 1));
  const { user } = await open({
    'history.compare': ({ after, limit }) => ({
      rows: parts.slice(after, after + limit),
      next: after + limit < parts.length ? String(after + limit) : null,
      total: parts.length,
    }),
  });
  await user.click(screen.getByRole('button', { name: 'Compare moments' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'What is different between two moments' }));
  expect(await dialog.findByText('The first 100 of 130 different parts')).toBeDefined();
  await user.click(dialog.getByRole('button', { name: 'Show more, 30 are left' }));
  expect(await dialog.findByText('130 parts are different')).toBeDefined();
  expect(dialog.getByRole('row', { name: /Task 130/ })).toBeDefined();
});
