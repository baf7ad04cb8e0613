/** People and teams as the options of one field: people of the team first, then the others, then the teams. */
import type { Person, Team, WorkspaceStatus } from '../../preload/contract/session.ts';
import type { Names } from '../names.ts';
import { t } from '../words/words.ts';

export type Hands = { readonly assignee: string | null; readonly group: string | null };

type Option = { readonly value: string; readonly label: string };
export type OptionGroup = { readonly group: string; readonly items: Option[] };

const PERSON = 'person:';
const TEAM = 'team:';
export const nobody = 'nobody';

export function handsOptions(
  people: readonly Person[],
  teams: readonly Team[],
  team: string | null,
  names: Names,
): OptionGroup[] {
  const inTeam = (person: Person): boolean => team !== null && person.groups.includes(team);
  const option = (person: Person): Option => ({ value: PERSON + person.id, label: personLabel(person, names) });
  return [
    {
      group: t('tasks.assign.people'),
      items: [...people.filter(inTeam), ...people.filter(person => !inTeam(person))].map(option),
    },
    { group: t('tasks.assign.teams'), items: teams.map(({ id, name }) => ({ value: TEAM + id, label: name })) },
    { group: '', items: [{ value: nobody, label: t('tasks.assign.nobody') }] },
  ].filter(({ items }) => items.length > 0);
}

function personLabel(person: Person, names: Names): string {
  if (person.groups.length === 0) return person.name;
  return t('tasks.assign.member', { name: person.name, teams: person.groups.map(id => names.team(id)).join(', ') });
}

/** A person keeps the team it was with; a team takes it from the person. */
export function handsOf(option: string, group: string | null): Hands {
  if (option.startsWith(PERSON)) return { assignee: option.slice(PERSON.length), group };
  if (option.startsWith(TEAM)) return { assignee: null, group: option.slice(TEAM.length) };
  return { assignee: null, group };
}

/** Whom something can be brought before: everybody but the person who sits here, and every team. */
export function othersOptions(
  session: Pick<WorkspaceStatus, 'people' | 'teams' | 'person'> | undefined,
  team: string | null,
  names: Names,
): OptionGroup[] {
  const { people = [], teams = [], person } = session ?? {};
  const others = people.filter(({ id }) => id !== person?.id);
  return handsOptions(others, teams, team, names).filter(({ group }) => group !== '');
}

/** The person or the team that an option stands for; undefined while nothing is chosen. */
export function othersOf(
  option: string | null,
): { readonly kind: 'person' | 'group'; readonly id: string } | undefined {
  if (option?.startsWith(PERSON) === true) return { kind: 'person', id: option.slice(PERSON.length) };
  return option?.startsWith(TEAM) === true ? { kind: 'group', id: option.slice(TEAM.length) } : undefined;
}
