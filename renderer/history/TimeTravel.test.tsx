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

const goTo = (slider: HTMLElement, place: number): void => {
  fireEvent.change(slider, { target: { value: String(place) } });
};

test('X6 the slider has a place for every moment, begins at now, and has the focus', async () => {
  const { slider } = await open();
  expect([slider.getAttribute('min'), slider.getAttribute('max')]).toEqual(['0', '4']);
  expect(slider.getAttribute('aria-valuetext')).toBe('Now');
  expect(document.activeElement).toBe(slider);
});

test('X6 a place is told with when, what and on which part, and the plan follows', async () => {
  const { slider, onMoment } = await open();
  goTo(slider, 3);
  const time = momentTime('2026-11-12T14:04:00.000Z');
  expect(slider.getAttribute('aria-valuetext')).toBe(`${time} · Completed · TASK0000421-1 Survey`);
  await waitFor(() => expect(onMoment.mock.calls).toEqual([[4]]));
  expect(screen.getByText(`As of ${time} — nothing can be changed here`)).toBeDefined();
  expect(screen.getByText('by Liv Dahl')).toBeDefined();
});

test('X6 a quick drag reads only the moment where it comes to rest', async () => {
  const { slider, onMoment } = await open();
  for (const place of [3, 2, 1, 0]) goTo(slider, place);
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
  goTo(slider, 2);
  await screen.findByText(/^As of/);
  known = [...moments, moment(6, 'NoteAdded')];
  act(() => tell({ name: 'orders.changed', body: { orderIds: ['o1'], many: false } }));
  await waitFor(() => expect(slider.getAttribute('max')).toBe('5'));
  expect(slider.getAttribute('aria-valuetext')).toContain('Started · TASK0000421-1 Survey');
});

test('X6 a moment is compared with now, and with another one', async () => {
  const { slider, asked, user } = await open();
  goTo(slider, 1);
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
  expect(compared()).toEqual([{ orderId: 'o1', from: 2, to: 5, limit: 200 }]);
  goTo(dialog.getByRole('slider', { name: 'To' }), 1);
  expect(await dialog.findByText('Nothing is different')).toBeDefined();
  expect(compared().at(-1)).toEqual({ orderId: 'o1', from: 2, to: 2, limit: 200 });
});

test('X6 a long history says how much of it the slider holds', async () => {
  await open({ 'history.moments': () => ({ moments, total: 60_000 }) });
  expect(screen.getByText(/60,000, of which 5 are on the slider/)).toBeDefined();
});
