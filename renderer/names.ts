/** Display names of people and teams by their ids. */
import type { WorkspaceStatus } from '../preload/contract/session.ts';
import { t } from './words/words.ts';

export type Names = {
  /** The person's name, or the id when nobody here has it; empty for nobody. */
  readonly person: (id: string | null | undefined) => string;
  readonly team: (id: string | null | undefined) => string;
  /** Of a person or a team. */
  readonly anyone: (id: string) => string;
};

export function namesOf(session: Pick<WorkspaceStatus, 'people' | 'teams'> | undefined): Names {
  const people = new Map(session?.people.map(one => [one.id, one.name]));
  // What happens by itself, such as a start that was planned, is the desk's own doing.
  people.set('desk', t('activity.system'));
  const teams = new Map(session?.teams.map(one => [one.id, one.name]));
  return {
    person: id => (id ? (people.get(id) ?? id) : ''),
    team: id => (id ? (teams.get(id) ?? id) : ''),
    anyone: id => people.get(id) ?? teams.get(id) ?? id,
  };
}
