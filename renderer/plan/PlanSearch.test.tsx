/** Search and filters inside one plan, and the plan at another moment. */
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { Answers } from '../testing/literalDesk.tsx';
import { session } from '../testing/literalSession.ts';
import { comeAnew, openPlan, rowNamed, shownKeys } from '../testing/openPlan.tsx';
import { examplePlan } from './planExample.ts';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(comeAnew);

const above = (domainOrder: string): string[] => ['order', 'S1', 'L1', domainOrder];

const open = (more: Answers = {}) =>
  openPlan({
    'plan.find': ({ filter }) => {
      const matches = [
        ...(filter.blocked || filter.text === 'port' ? [{ key: 'T2', above: above('D1') }] : []),
        ...(filter.critical || filter.text === 'port' ? [{ key: 'T3', above: above('D2') }] : []),
      ];
      return { matches, total: matches.length };
    },
    ...more,
  });

const isSelected = (name: RegExp): string | null => rowNamed(name).getAttribute('aria-selected');

test('O7 a search leaves what matches and what is above it, counts, and Enter goes from match to match', async () => {
  const { user } = await open();
  await user.click(rowNamed(/^Branch network/));
  await user.keyboard('/port');
  const field = screen.getByRole('searchbox', { name: 'Search in the plan' });
  expect(document.activeElement).toBe(field);
  expect(await screen.findByText('2 parts found of 6')).toBeDefined();
  expect(shownKeys()).toEqual(['order', 'S1', 'L1', 'D1', 'T2', 'D2', 'T3']);
  await user.keyboard('{Enter}');
  expect(isSelected(/^Reserve access port/)).toBe('true');
  await user.keyboard('{Enter}');
  expect(isSelected(/^Configure the router/)).toBe('true');
  await user.keyboard('{Shift>}{Enter}{/Shift}');
  expect(isSelected(/^Reserve access port/)).toBe('true');
  expect(document.activeElement).toBe(field);
  await user.keyboard('{Escape}');
  expect(shownKeys()).toHaveLength(9);
});

test('O7 what was found and chosen stays in sight when the search ends, also in a branch that was closed', async () => {
  const { user } = await open();
  await user.click(rowNamed(/^Internet service/));
  await user.keyboard('{ArrowLeft}');
  expect(shownKeys()).toEqual(['order', 'S1', 'L1', 'D1', 'T1', 'T2', 'D2']);
  await user.keyboard('/port');
  await screen.findByText('2 parts found of 6');
  await user.keyboard('{Enter}{Escape}');
  await vi.waitFor(() => expect(shownKeys()).toHaveLength(9));
  expect(isSelected(/^Configure the router/)).toBe('true');
});

test('O7 filters leave what is critical, blocked, in jeopardy or mine', async () => {
  const { user, asked } = await open();
  await user.click(screen.getByRole('button', { name: 'Only blocked' }));
  expect(await screen.findByText('1 part found of 4')).toBeDefined();
  expect(shownKeys()).toEqual(['order', 'S1', 'L1', 'D1', 'T2']);
  await user.click(screen.getByRole('button', { name: 'Critical path' }));
  expect(await screen.findByText('2 parts found of 4')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'In jeopardy' }));
  await user.click(screen.getByRole('button', { name: 'Mine' }));
  expect(asked.findLast(({ name }) => name === 'plan.find')?.input).toEqual({
    orderId: 'o1',
    filter: { blocked: true, critical: true, jeopardy: ['medium', 'high', 'critical'], assignee: 'liv' },
    limit: 1000,
  });
});

test('O7 states and hands are chosen from lists, stand beside them, and are taken away again', async () => {
  const { user, asked } = await open();
  const filters = within(screen.getByRole('group', { name: 'Show only' }));
  const last = (): unknown => asked.findLast(({ name }) => name === 'plan.find')?.input;
  await user.click(filters.getByRole('button', { name: 'State' }));
  await user.click(await screen.findByRole('menuitemcheckbox', { name: 'On hold' }));
  await user.click(screen.getByRole('menuitemcheckbox', { name: 'Ready' }));
  await user.keyboard('{Escape}');
  await vi.waitFor(() => expect(last()).toMatchObject({ filter: { states: ['onHold', 'open'] } }));
  await user.click(filters.getByRole('button', { name: 'Remove the filter On hold' }));
  await vi.waitFor(() => expect(last()).toMatchObject({ filter: { states: ['open'] } }));
  expect(document.activeElement).toBe(filters.getByRole('button', { name: 'State' }));
  await user.click(filters.getByRole('button', { name: 'Who' }));
  const team = session.teams[0];
  await user.click(await screen.findByRole('menuitemradio', { name: team?.name ?? '' }));
  await vi.waitFor(() => expect(last()).toMatchObject({ filter: { states: ['open'], group: team?.id } }));
  await user.click(filters.getByRole('button', { name: `Remove the filter ${team?.name}` }));
  await user.click(filters.getByRole('button', { name: 'Remove the filter Ready' }));
  expect(shownKeys()).toHaveLength(9);
});

test('O7 when nothing matches it says so, and everything comes back at once', async () => {
  const { user } = await open();
  await user.type(screen.getByRole('searchbox', { name: 'Search in the plan' }), 'nowhere');
  const empty = (await screen.findByText('Nothing in this plan matches')).parentElement;
  if (!empty) throw new Error('No empty state');
  await user.click(within(empty).getByRole('button', { name: 'Clear search and filters' }));
  expect(shownKeys()).toHaveLength(9);
});

test('X6 at an earlier moment tree, graph, outlook and search are those of then, and nothing can be done', async () => {
  const { user, sent } = await open({
    'plan.graph': () => ({ nodes: [...examplePlan], edges: [], folded: false }),
    'history.moments': () => ({
      total: 3,
      moments: [1, 2, 3].map(version => ({
        version,
        at: `2026-11-2${version}T08:00:00.000Z`,
        by: 'liv',
        event: 'OrderImported',
        subject: 'order',
        subjectName: null,
      })),
    }),
  });
  await user.click(rowNamed(/^Reserve access port/));
  expect(screen.getByRole('button', { name: /^Raise fallout/ })).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Travel in time' }));
  await screen.findByRole('slider', { name: 'Moment' });
  await user.dblClick(screen.getByRole('button', { name: 'Previous change' }));
  await screen.findByRole('button', { name: 'Back to now' });
  await vi.waitFor(() => expect(sent('plan.outlook')).toContainEqual({ orderId: 'o1', asOf: 1 }));
  expect(sent('plan.tree')).toContainEqual({ orderId: 'o1', root: 'order', after: null, limit: 1000, asOf: 1 });
  expect(screen.queryByRole('button', { name: /^Raise fallout/ })).toBeNull();
  expect(screen.queryByRole('region', { name: 'What if' })).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Only blocked' }));
  await vi.waitFor(() =>
    expect(sent('plan.find')).toContainEqual({ orderId: 'o1', asOf: 1, filter: { blocked: true }, limit: 1000 }),
  );
  await user.keyboard('2');
  await vi.waitFor(() => expect(sent('plan.graph')).toContainEqual({ orderId: 'o1', root: 'order', asOf: 1 }));
  await user.click(screen.getByRole('button', { name: 'Travel in time' }));
  expect(screen.queryByRole('slider')).toBeNull();
});
