/** What the person at the desk can do with a fallout right now, and in words why not; the app decides again when asked. */
import type { Fallout } from '../../preload/contract/task.ts';
import type { WorkspaceStatus } from '../../preload/contract/session.ts';
import { t, word } from '../words/words.ts';

export type FalloutDeed = 'triage' | 'take' | 'reassign' | 'resolve';

type Who = NonNullable<WorkspaceStatus['person']>;

const needs: { readonly [D in FalloutDeed]: readonly Who['permissions'][number][] } = {
  triage: ['fallout.triage'],
  take: ['fallout.triage'],
  reassign: ['fallout.triage', 'task.assign'],
  resolve: ['fallout.resolve'],
};

export const hasEnded = (state: Fallout['state']): boolean =>
  state === 'resolved' || state === 'closedComplete' || state === 'canceled';

/** True, or the reason why not (domain.md A.9). */
export function mayTriage(
  deed: FalloutDeed,
  fallout: Pick<Fallout, 'state' | 'owner'>,
  who: Who | null,
): true | string {
  if (who === null) return t('refusals.NobodyChosen.message');
  if (hasEnded(fallout.state)) return t('fallout.not.closed');
  const lacking = needs[deed].find(permission => !who.permissions.includes(permission));
  if (lacking) return t('tasks.not.permitted', { permission: word('codes.permission', lacking) });
  if (deed === 'take' && fallout.owner === who.id) return t('tasks.not.already');
  return true;
}
