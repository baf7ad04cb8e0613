/** Chooses who of a team gets a task: by turns or by load, among those who can do it and work there (features T3). */
import type { CrewMember } from '../order/commands.ts';
import type { Location } from '../vocabulary/captured.ts';
import type { AssignmentMethod, AssignmentReason, NobodyReason } from '../vocabulary/reasons.ts';

export type Wanted = { readonly skill?: string | undefined; readonly location?: Location | undefined };

export type Choice = { readonly person: string; readonly why: AssignmentReason };

/**
 * Whoever was given a task the longest ago, or has the fewest open tasks; of equals the first by id. Undefined when nobody
 * fits: a skill that is asked for must be had, and a person with sites gets work at those only.
 */
export function chooseAssignee(
  { skill, location }: Wanted,
  crew: readonly CrewMember[],
  method: Exclude<AssignmentMethod, 'none'>,
): Choice | undefined {
  const fitting = crew.filter(
    ({ skills, sites }) =>
      (skill === undefined || skills.includes(skill)) &&
      (sites.length === 0 || siteAmong(sites, location) !== undefined),
  );
  const first = fitting.reduce<CrewMember | undefined>(
    (best, one) => (best === undefined || compare(one, best, method) < 0 ? one : best),
    undefined,
  );
  if (first === undefined) return undefined;
  const site = siteAmong(first.sites, location);
  return {
    person: first.person,
    why: {
      method,
      candidates: fitting.length,
      load: first.openTasks,
      ...(skill === undefined ? {} : { skill }),
      ...(site === undefined ? {} : { site }),
    },
  };
}

/** What it fails for where nobody fits: the first that leaves nobody, of the team, the skill and the site. */
export function whyNobody({ skill, location }: Wanted, group: string, crew: readonly CrewMember[]): NobodyReason {
  const site = location?.name;
  const able = crew.filter(({ skills }) => skill === undefined || skills.includes(skill));
  if (crew.length === 0) return { group, cause: 'team' };
  const wanted = { ...(skill === undefined ? {} : { skill }), ...(site === undefined ? {} : { site }) };
  return { group, cause: able.length === 0 ? 'skill' : 'site', ...wanted };
}

/** A site may be written as its id or as its name. */
const siteAmong = (sites: readonly string[], location: Location | undefined): string | undefined =>
  location === undefined ? undefined : sites.find(site => site === location.id || site === location.name);

function compare(one: CrewMember, other: CrewMember, method: Exclude<AssignmentMethod, 'none'>): number {
  const first =
    method === 'leastLoaded' ? one.openTasks - other.openTasks : momentOf(one.lastGiven) - momentOf(other.lastGiven);
  if (first !== 0) return first;
  return one.person < other.person ? -1 : 1;
}

/** Never is before everything; two who never had one are equal. */
const momentOf = (at: string | undefined): number => (at === undefined ? Number.MIN_SAFE_INTEGER : Date.parse(at));
