/** Why a part of the plan exists and what does not below it: in the pane, as text, now and at a moment of the past. */
import { fireEvent, screen, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import type { WhyMade } from '../../preload/contract/breakdown.ts';
import { createdEntry, skippedEntry } from '../order/breakdownExample.ts';
import type { Answers } from '../testing/literalDesk.tsx';
import { order } from '../testing/literalOrders.ts';
import { comeAnew, openPlan, rowNamed } from '../testing/openPlan.tsx';
import { partOf } from './planMemory.ts';

vi.setConfig({ testTimeout: 20_000 });

beforeEach(comeAnew);

const line = { id: 'L1', number: 1, name: 'Internet access 1 Gbit/s' };
const accessLine = createdEntry('Access line', 'D1', {
  reason: 'rulesPassed',
  relationship: { id: 'r1', type: 'realizedAs' },
  sourceName: 'Internet',
  rules: [
    { rule: 'by-fibre', characteristic: 'medium', expected: ['fibre'], input: 'fibre', from: 'line', passed: true },
  ],
  plan: {
    choice: 'policy',
    policy: 'add-access',
    template: 'Build the access line',
    row: { specification: 'Access line', kind: null, facing: null, actions: ['add'] },
  },
});
const dmz = skippedEntry('DMZ');
const nothingSkipped = { rows: [], total: 0 };
const whys: Readonly<Record<string, WhyMade>> = {
  order: { line: null, made: null, task: null, skipped: { rows: [{ line, entry: dmz }], total: 3 } },
  S1: { line: null, made: null, task: null, skipped: nothingSkipped },
  L1: { line, made: accessLine, task: null, skipped: { rows: [{ line, entry: dmz }], total: 1 } },
  D1: { line, made: accessLine, task: null, skipped: { rows: [{ line, entry: dmz }], total: 1 } },
  T2: { line, made: accessLine, task: { key: 'reserve', undoes: null }, skipped: nothingSkipped },
  T3: {
    line,
    made: accessLine,
    task: { key: 'undo', undoes: { number: 'TASK0000421-1', title: 'Survey the site' } },
    skipped: nothingSkipped,
  },
};

const open = (more: Answers = {}) =>
  openPlan({
    'plan.why': ({ part }) => whys[part] ?? { refusal: { code: 'NotFound', subject: 'domainOrder', id: part } },
    ...more,
  });

const why = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name });

test('D8 a domain order says its relationship, rule, input, verdict and the policy row of its plan, and what was skipped below it', async () => {
  const { user } = await open();
  await user.click(rowNamed(/^Access line RO/));
  const section = await why('Why it exists');
  for (const text of [
    'Customer-facing service, realizes Internet',
    'Every rule for it passed.',
    'Plan “Build the access line”, chosen by policy add-access for Access line (Add).',
  ])
    expect(await within(section).findByText(text)).toBeDefined();
  expect(section.textContent).toContain('Rule by-fibre: medium must be “fibre”; the line says “fibre”. Passed.');
  const skipped = within(section).getByRole('list', { name: 'One target was skipped below it' });
  expect(skipped.textContent).toContain('the line says “false”. Did not pass.');
});

test('D8 a task says which plan template and policy row made it, and leads to the result it belongs to', async () => {
  const { user } = await open();
  await user.click(rowNamed(/^Reserve access port TASK/));
  const section = await why('Why it exists');
  expect(await within(section).findByText('It is the step “reserve” of the plan of its domain order.')).toBeDefined();
  expect(within(section).getByText(/^Plan “Build the access line”, chosen by policy add-access/)).toBeDefined();
  expect(within(section).getByRole('link', { name: 'See it in the specifications' }).getAttribute('href')).toBe(
    '#/orders/o1/specifications/D1',
  );
  await user.click(rowNamed(/^Configure the router/));
  expect(await screen.findByText('An approved change takes back TASK0000421-1 Survey the site with it.')).toBeDefined();
});

test('X3 X12 the text that is forwarded says why a part waits, which rule made it, and why a target is not there', async () => {
  const { user } = await open();
  await user.click(rowNamed(/^Reserve access port TASK/));
  await within(await why('Why it exists')).findByText('Every rule for it passed.');
  await user.click(screen.getByRole('button', { name: 'Copy as text' }));
  const task = await navigator.clipboard.readText();
  expect(task).toMatch(/Why: A fallout holds it:\n[^]*Who: Anyone in Access network can act\./);
  expect(task).toMatch(/step “reserve”[^]*Created: Access line \(SO0000001-1\)\n[^]*- Rule by-fibre: [^]*Passed\.\n/);
  expect(task).toMatch(/\n {2}Plan “Build the access line”, chosen by policy add-access for Access line \(Add\)\.\n/);

  await user.click(rowNamed(/^Access line RO/));
  const section = await why('Why it exists');
  await within(section).findByText('DMZ');
  await user.click(within(section).getByRole('button', { name: 'Copy why as text' }));
  expect(await navigator.clipboard.readText()).toMatch(
    /^Order: ORD0000421 Branch network for Delta Bank\nLine 1: [^]*Created: Access line[^]*\n {2}Skipped: DMZ\n[^]*As of /,
  );
  await user.click(within(section).getByRole('button', { name: 'Copy why as text: DMZ' }));
  expect(await navigator.clipboard.readText()).toMatch(/^Order: .*\nLine 1: .*\nSkipped: DMZ\n/);
});

test('X3 an order says what is not there, and where the rest of it is', async () => {
  const { user } = await open();
  await user.click(rowNamed(/^Branch network/));
  const section = await why('What is not there');
  expect(await within(section).findByText('3 targets were skipped below it')).toBeDefined();
  expect(within(section).getByRole('link', { name: '2 more are in the specifications.' }).getAttribute('href')).toBe(
    '#/orders/o1/specifications/skipped',
  );
  await user.click(rowNamed(/^Bergen, Kai 12/));
  expect(screen.queryByRole('region', { name: 'What is not there' })).toBeNull();
});

test('X3 X6 at a moment of the past the reasons are those of then, and so is what opens', async () => {
  const moments = [1, 2, 3].map(version => ({
    version,
    at: `2026-11-12T14:0${version}:00.000Z`,
    by: 'liv',
    event: 'TaskStarted',
    subject: 'T1',
    subjectName: null,
  }));
  const { user, asked } = await open({ 'history.moments': () => ({ moments, total: 3 }) });
  await user.click(rowNamed(/^Access line RO/));
  await user.keyboard('t');
  fireEvent.change(await screen.findByRole('slider'), { target: { value: '2' } });
  await vi.waitFor(() =>
    expect(asked).toContainEqual({ name: 'plan.why', input: { orderId: 'o1', asOf: 2, part: 'D1', limit: 20 } }),
  );
  await within(await why('Why it exists')).findByText('Every rule for it passed.');
  await user.click(rowNamed(/^Access line RO/));
  await user.keyboard('o');
  expect(window.location.hash).toBe('#/orders/o1/specifications/D1/2');
});

test('D7 o on a domain order opens the specifications at its entry, and remembers the way back', async () => {
  const { user } = await open();
  await user.click(rowNamed(/^Access line RO/));
  await user.keyboard('o');
  expect(window.location.hash).toBe('#/orders/o1/specifications/D1');
  expect(partOf('o1')).toBe('D1');
});

test('X2 before approval the plan says why each part would exist', async () => {
  const { user } = await open({ 'order.get': () => order('o1', { state: 'new' }) });
  await user.click(rowNamed(/^Access line RO/));
  const section = await why('Why it would exist');
  expect(await within(section).findByText(/^Would be created:/)).toBeDefined();
  await user.keyboard('o');
  expect(window.location.hash).toBe('#/orders/o1/specifications/D1');
});
