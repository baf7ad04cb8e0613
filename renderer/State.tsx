/** The state of an order, a part of it or a service in stock, as the window shows it everywhere. */
import type { Job } from '../preload/contract/intake.ts';
import type { StateKind } from './ui/colors.ts';
import { StateChip } from './ui/StateChip.tsx';
import { word } from './words/words.ts';

export type StateOwner = 'order' | 'domainOrder' | 'task' | 'fallout' | 'inventory';

const kinds: { readonly [state: string]: StateKind } = {
  draft: 'pending',
  submitted: 'pending',
  new: 'pending',
  acknowledged: 'pending',
  qualified: 'ready',
  open: 'ready',
  scheduled: 'waiting',
  enrichmentInProgress: 'inProgress',
  inProgress: 'inProgress',
  revisionInProgress: 'inProgress',
  enrichmentOnHold: 'held',
  onHold: 'held',
  awaitingInformation: 'held',
  assessingCancellation: 'held',
  cancellationInProgress: 'stopped',
  rejected: 'stopped',
  canceled: 'stopped',
  resolved: 'completed',
  closedComplete: 'completed',
  completed: 'completed',
  installationPending: 'waiting',
  changePending: 'waiting',
  active: 'completed',
  suspended: 'held',
  inactive: 'stopped',
};

/** Of what goes on by itself: an import, a batch. */
export const jobKinds: { readonly [S in Job['state']]: StateKind } = {
  running: 'inProgress',
  completed: 'completed',
  canceled: 'stopped',
  failed: 'failed',
};

/** The shape and colour of a state; a draft task waits, an open fallout is a failure. */
export function stateKindOf(owner: StateOwner, state: string): StateKind {
  if (owner === 'task' && state === 'draft') return 'waiting';
  if (owner === 'fallout' && state === 'open') return 'failed';
  return kinds[state] ?? 'pending';
}

export const stateWord = (owner: StateOwner, state: string): string => word(`states.${owner}`, state);

type Props = { readonly of: StateOwner; readonly state: string; readonly glyphOnly?: boolean };

export function State({ of: owner, state, glyphOnly = false }: Props) {
  return <StateChip kind={stateKindOf(owner, state)} label={stateWord(owner, state)} glyphOnly={glyphOnly} />;
}
