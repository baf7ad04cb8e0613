/** The people of a team with the work they have, for handing out tasks (features T3). */
import type { Database } from 'better-sqlite3';
import type { CrewMember } from '../main/domain/order/commands.ts';
import { isAllowed } from '../main/domain/people/permissions.ts';
import type { Policy } from '../main/domain/policy/policy.ts';
import { listMembers } from './people.ts';
import { countTasks } from './queries/taskPages.ts';
import { preparedValue } from './statements.ts';

/** From the log's own index; the words must be those of the index, or the whole log would be read. */
export const lastGivenSql = `
  SELECT max(at) FROM event
  WHERE type = 'TaskAssigned' AND data ->> '$.how' = 'auto' AND data ->> '$.assignee.now' = ?`;

/** Everybody of the team who may work on tasks; loads and moments are exact, and as quick for a million tasks as for ten. */
export function crewOf(db: Database, team: string, { people }: Policy): readonly CrewMember[] {
  return listMembers(db, team)
    .filter(person => isAllowed(person, 'task.work'))
    .map(({ id }): CrewMember => {
      const lastGiven = preparedValue<string | null>(db, lastGivenSql).get(id) ?? undefined;
      const { skills = [], sites = [] } = (Object.hasOwn(people, id) ? people[id] : undefined) ?? {};
      return {
        person: id,
        openTasks: countTasks(db, { queue: 'mine', person: id }),
        ...(lastGiven === undefined ? {} : { lastGiven }),
        skills,
        sites,
      };
    });
}
