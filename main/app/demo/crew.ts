/** The teams and people of the demo operator, and who does what of the work. */
import type { Team } from '../../../db/people.ts';
import type { Person } from '../../domain/people/permissions.ts';
import type { Chance } from './chance.ts';

export const teams: readonly Team[] = [
  { id: 'field', name: 'Field operations' },
  { id: 'network', name: 'Network engineering' },
  { id: 'service-desk', name: 'Service desk' },
];

const maya: Person = {
  id: 'maya-lindqvist',
  name: 'Maya Lindqvist',
  roles: ['serviceOrderManager', 'fulfillmentManager', 'admin'],
  groups: ['service-desk', 'network'],
};
const daniel: Person = {
  id: 'daniel-okafor',
  name: 'Daniel Okafor',
  roles: ['serviceOrderManager'],
  groups: ['service-desk'],
};
const sofia: Person = {
  id: 'sofia-marchetti',
  name: 'Sofia Marchetti',
  roles: ['fulfillmentManager'],
  groups: ['network'],
};
const tomasz: Person = { id: 'tomasz-nowak', name: 'Tomasz Nowak', roles: ['fulfillmentManager'], groups: ['field'] };
const aisha: Person = { id: 'aisha-rahman', name: 'Aisha Rahman', roles: ['fulfillmentAgent'], groups: ['field'] };
const callum: Person = { id: 'callum-reid', name: 'Callum Reid', roles: ['fulfillmentAgent'], groups: ['field'] };
const mei: Person = {
  id: 'mei-tanaka',
  name: 'Mei Tanaka',
  roles: ['fulfillmentAgent'],
  groups: ['network', 'service-desk'],
};
const grace: Person = {
  id: 'grace-mensah',
  name: 'Grace Mensah',
  roles: ['fulfillmentAgent'],
  groups: ['service-desk'],
};
const oliver: Person = { id: 'oliver-whitfield', name: 'Oliver Whitfield', roles: ['viewer'], groups: [] };
const elif: Person = { id: 'elif-demir', name: 'Elif Demir', roles: ['admin'], groups: [] };

export const people: readonly Person[] = [maya, daniel, sofia, tomasz, aisha, callum, mei, grace, oliver, elif];

/** Sits at the desk when the demo is loaded: may do everything there is to see. */
export const host = maya;

/** Who owns the fallout of a team, and hands out its work. */
const leads: Readonly<Record<string, Person>> = { field: tomasz, network: sofia, 'service-desk': maya };

/** Some do more than others; leads lend a hand. */
const hands: Readonly<Record<string, readonly Person[]>> = {
  field: [aisha, aisha, aisha, aisha, callum, callum, callum, callum, tomasz],
  network: [mei, mei, mei, mei, mei, sofia, sofia, sofia, maya],
  'service-desk': [grace, grace, grace, grace, mei, mei, maya, maya],
};

export const leadOf = (team: string | undefined): Person => leads[team ?? ''] ?? maya;

/** Somebody who may work on tasks and is in the team. */
export const handOf = (team: string | undefined, chance: Chance): Person => chance.pick(hands[team ?? ''] ?? [grace]);

/** Somebody who takes orders in and decides on them. */
export const approverOf = (chance: Chance): Person => chance.pick([maya, daniel, daniel]);

/** Somebody else who does, for what takes two people. */
export const secondApproverOf = (first: Person): Person => (first === maya ? daniel : maya);

/** Throws for anybody who is not one of them. */
export function personOf(id: string | undefined): Person {
  const person = people.find(one => one.id === id);
  if (person === undefined) throw new Error(`Nobody of the demo is called ${id ?? ''}`);
  return person;
}
