import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { Policy } from '../../preload/contract/policy.ts';
import { drawOver, type Answers } from '../testing/literalDesk.tsx';
import { session } from '../testing/literalSession.ts';
import { calendarOf, formOf, hoursText } from './hours.ts';
import { PolicySections } from './PolicySections.tsx';
import { readRanks } from './ranks.ts';

const silent = { weight: 0, ranks: {} };
const policy: Policy = {
  approval: { twoPeople: { always: false, priorities: [] } },
  delegations: [],
  priority: { customer: silent, specification: silent, orderType: silent, urgency: silent },
  teams: {},
  people: {},
};

type Permissions = NonNullable<typeof session.person>['permissions'];

function desk(permissions: Permissions, more: Answers = {}) {
  const status = { ...session, person: session.person && { ...session.person, permissions } };
  const drawn = drawOver(
    {
      'workspace.status': () => status,
      'policy.get': () => ({ policy, version: 4 }),
      'policy.set': () => ({ version: 5 }),
      'delegation.set': () => ({}),
      ...more,
    },
    <PolicySections />,
  );
  return { ...drawn, user: userEvent.setup() };
}

test('A8 an admin asks for two people from a priority on, and it is saved over the version that was read', async () => {
  const { user, sent } = desk(['order.view', 'policy.change']);
  const section = await screen.findByRole('region', { name: 'Approval by two people' });
  await user.click(within(section).getByRole('checkbox', { name: 'Critical' }));
  await user.click(screen.getByRole('button', { name: 'Save' }));
  expect(await screen.findByText('Saved')).toBeDefined();
  expect(sent('policy.set')).toEqual([
    { policy: { ...policy, approval: { twoPeople: { always: false, priorities: ['critical'] } } }, version: 4 },
  ]);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull());
});

test('who may not change it can look, and is told why', async () => {
  desk(['order.view']);
  expect(await screen.findByText(/An admin can change it/)).toBeDefined();
  expect(screen.getByRole('checkbox', { name: 'Every order' })).toHaveProperty('disabled', true);
});

test('A8 a manager hands their decisions to somebody else for a time', async () => {
  const { user, sent } = desk(['order.view', 'order.approve']);
  const section = await screen.findByRole('region', { name: 'Somebody else decides for me' });
  await user.click(within(section).getByRole('button', { name: 'Let them decide for me' }));
  expect(within(section).getByText(/Choose a person and both moments/)).toBeDefined();
  expect(sent('delegation.set')).toEqual([]);
  await user.click(within(section).getByRole('combobox', { name: 'Person' }));
  await user.click((await screen.findAllByRole('option'))[0] as HTMLElement);
  fireEvent.change(within(section).getByLabelText('From'), { target: { value: '2026-12-01T08:00' } });
  fireEvent.change(within(section).getByLabelText('Until'), { target: { value: '2026-12-05T08:00' } });
  await user.click(within(section).getByRole('button', { name: 'Let them decide for me' }));
  const iso = (local: string) => new Date(local).toISOString();
  await waitFor(() =>
    expect(sent('delegation.set')).toMatchObject([
      { delegation: { starts: iso('2026-12-01T08:00'), until: iso('2026-12-05T08:00') } },
    ]),
  );
});

test('working hours are read back as they were entered, and wrong ones are named', () => {
  const form = {
    zone: 'Europe/Oslo',
    days: { 1: { from: '08:00', to: '16:00' }, 2: { from: '08:00', to: '16:00' } },
    closed: '2026-12-25',
  };
  const made = calendarOf(form);
  expect(made).toEqual({
    calendar: {
      zone: 'Europe/Oslo',
      hours: [
        { day: 1, from: '08:00', to: '16:00' },
        { day: 2, from: '08:00', to: '16:00' },
      ],
      closed: ['2026-12-25'],
    },
  });
  const { calendar } = made as { calendar: NonNullable<Policy['calendar']> };
  expect(formOf(calendar)).toEqual(form);
  expect(hoursText(calendar)).toBe('Mon–Tue, 08:00–16:00 (Europe/Oslo)');
  expect(calendarOf({ ...form, days: {} })).toEqual({ fault: 'Choose at least one day.' });
  expect(calendarOf({ ...form, days: { 3: { from: '16:00', to: '08:00' } } })).toEqual({
    fault: 'On Wed the end has to come after the start.',
  });
  expect(calendarOf({ ...form, closed: 'Christmas' })).toEqual({
    fault: '“Christmas” is not a date such as 2026-12-25.',
  });
});

test('T6 ranks are lines of a key and a number; a line that is neither is named', () => {
  expect(readRanks('acc-17 = 90\n\nurl=https://a?b=1 = 40')).toEqual({
    ranks: { 'acc-17': 90, 'url=https://a?b=1': 40 },
  });
  expect(readRanks('acc-17 = many')).toEqual({ badLine: 'acc-17 = many' });
  expect(readRanks('acc-17 = 101')).toEqual({ badLine: 'acc-17 = 101' });
});
