/** Short ways to ask for changes in tests, and to read what they came to. */
import type { Compensation, RevisionChange } from '../../vocabulary/revision.ts';
import type { CommandOf } from '../commands.ts';
import type { Revision } from '../../vocabulary/revision.ts';
import type { Story, Step } from './story.ts';

export const asking = (
  changes: readonly RevisionChange[],
  parts: Partial<CommandOf<'requestRevision'>> = {},
): CommandOf<'requestRevision'> => ({
  type: 'requestRevision',
  operation: 'update',
  changes,
  reason: 'The customer wants it otherwise',
  ...parts,
});

export const cancelling = (parts: Partial<CommandOf<'requestRevision'>> = {}): CommandOf<'requestRevision'> =>
  asking([], { operation: 'cancel', reason: 'The customer has moved away', ...parts });

export const approving = (
  revision = 1,
  parts: Partial<CommandOf<'approveRevision'>> = {},
): CommandOf<'approveRevision'> => ({ type: 'approveRevision', revision, ...parts });

export const rejecting = (revision = 1): CommandOf<'rejectRevision'> => ({
  type: 'rejectRevision',
  revision,
  text: 'Not before the season is over',
});

/** Asked for and approved. */
export const changed = (story: Story, changes: readonly RevisionChange[], step: Step = {}): Story => {
  const asked = story.and(asking(changes), step);
  return asked.and(approving(asked.order.revisions?.length));
};

export const lastRevision = ({ order }: Story): Revision => {
  const revision = order.revisions?.at(-1);
  if (revision === undefined) throw new Error('Nobody has asked for a change');
  return revision;
};

/** The action on each task by number; those that are added are left out. */
export const actionsOf = ({ compensation }: Revision): Readonly<Record<number, Compensation>> =>
  Object.fromEntries(compensation.rows.flatMap(({ task, action }) => (task === undefined ? [] : [[task, action]])));

export const value = (line: number, name: string, to: string | number | null): RevisionChange => ({
  kind: 'characteristic',
  line,
  name,
  value: to,
});
