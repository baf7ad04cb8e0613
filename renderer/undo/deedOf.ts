/** Tells what a person did from what was asked of the app and carried out. */
import type { StepDeedType } from '../../preload/contract/batch.ts';
import type { CallName } from '../../preload/contract/contract.ts';
import { lasting, undoable, type Deed } from './undoStack.ts';

type Asked = {
  readonly commandId?: string;
  readonly orderId?: string;
  readonly task?: number;
  readonly fallout?: number;
  readonly items?: readonly unknown[];
  readonly deed?: { readonly type: StepDeedType };
};

/** Trying again resolves fallouts, and a resolution stays, for many steps as for one. */
export const canTakeBack = (deed: StepDeedType): boolean => deed !== 'retry';

/** Whether asking for it may become a deed. */
export const isDeed = (name: CallName): boolean => [...undoable, ...lasting].some(one => one === name);

/** Undefined for what only asks, leads somewhere, or takes back. */
export function deedOf(name: CallName, input: unknown, answer: unknown): Deed | undefined {
  const { commandId: action = name, orderId, task, fallout, items, deed } = input as Asked;
  const kind = undoable.find(one => one === name);
  if (kind !== undefined) {
    return orderId === undefined || task === undefined ? undefined : { way: 'task', action, kind, orderId, task };
  }
  const count = items?.length ?? 0;
  if (name === 'steps.run' && deed !== undefined && canTakeBack(deed.type)) {
    return { way: 'steps', action, deed: deed.type, count };
  }
  const stays = lasting.find(one => one === name);
  if (stays === undefined) return undefined;
  return {
    way: 'lasting',
    action,
    kind: isEndorsed(answer) ? 'order.endorse' : stays,
    count,
    ...(orderId !== undefined && { orderId }),
    ...(task !== undefined && { task }),
    ...(fallout !== undefined && { fallout }),
  };
}

const isEndorsed = (answer: unknown): boolean =>
  typeof answer === 'object' &&
  answer !== null &&
  'events' in answer &&
  Array.isArray(answer.events) &&
  answer.events.includes('OrderEndorsed');
