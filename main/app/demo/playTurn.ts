/** Lets the customer of an order of the demo change its mind while the work is under way: asked, decided, and gone on with. */
import type { Order } from '../../domain/order/order.ts';
import type { CommandOf } from '../../domain/order/commands.ts';
import { rowsOf } from '../../domain/table.ts';
import type { RevisionChange } from '../../domain/vocabulary/revision.ts';
import type { OrderState } from '../../domain/vocabulary/states.ts';
import { host, secondApproverOf } from './crew.ts';
import type { Course } from './course.ts';
import { playWork } from './playWork.ts';
import type { Turn } from './demoData.ts';
import type { Story } from './story.ts';
import { takeWork } from './workTime.ts';

/** The wish comes once the task of this key has been done so often, if it comes to that. */
type Script = {
  readonly after: string;
  readonly times?: number;
  /** Nothing: the whole order is canceled. */
  readonly changes: readonly RevisionChange[];
  /** What becomes of the order. */
  readonly ends: OrderState;
};

const scripts: Readonly<Record<Turn, Script>> = {
  redo: {
    after: 'dig',
    changes: [
      { kind: 'characteristic', line: 1, name: 'bandwidth', value: 2000 },
      { kind: 'characteristic', line: 1, name: 'diversity', value: 'path' },
    ],
    ends: 'revisionInProgress',
  },
  pick: { after: 'prepare', times: 2, changes: [{ kind: 'quantity', line: 1, value: 3 }], ends: 'revisionInProgress' },
  override: {
    after: 'bring-up',
    changes: [{ kind: 'characteristic', line: 1, name: 'zones', value: 4 }],
    ends: 'revisionInProgress',
  },
  cancellation: { after: 'design', changes: [], ends: 'assessingCancellation' },
  approved: {
    after: 'stage',
    changes: [{ kind: 'characteristic', line: 1, name: 'size', value: 'medium' }],
    ends: 'inProgress',
  },
  siteDropped: { after: 'install', times: 3, changes: [{ kind: 'cancelLine', line: 10 }], ends: 'inProgress' },
  rejected: {
    after: 'design',
    changes: [{ kind: 'characteristic', line: 1, name: 'bandwidth', value: 1000 }],
    ends: 'inProgress',
  },
  takingBack: { after: 'install', changes: [], ends: 'cancellationInProgress' },
  takenBack: { after: 'install', changes: [], ends: 'canceled' },
};

/** Whoever sits at the desk decides on what is left to decide, so somebody else asked for it. */
const asker = secondApproverOf(host);

/** Throws when the order does not end up where its turn wants it. */
export function playTurn(story: Story, course: Course, turn: Turn): void {
  const { chance } = story;
  const { changes, ends, after, times = 1 } = scripts[turn];
  playWork(story, { ...course, trouble: 0, enough: order => doneCount(order, after) >= times });
  const { reason, override, answer } = course.data.turns[turn];
  const asked: CommandOf<'requestRevision'> = {
    type: 'requestRevision',
    operation: changes.length === 0 ? 'cancel' : 'update',
    changes,
    reason,
    ...(override === undefined ? {} : { override: { reason: override } }),
  };
  // Where it has not come to that yet, the wish comes nevertheless.
  if (doneCount(story.order(), after) >= times) story.sendAfter(chance.between(15, 60), asker, asked);
  else story.send(asker, asked, takeWork(course.until, chance.between(300, 900)));
  if (answer !== undefined) {
    const decided = {
      type: turn === 'rejected' ? 'rejectRevision' : 'approveRevision',
      revision: 1,
      text: answer,
    } as const;
    story.sendAfter(chance.between(30, 180), host, decided);
  }
  const { pace: _pace, ...rest } = course;
  const isTakenBack = turn === 'takenBack';
  // What is being taken back is not in a hurry.
  playWork(story, {
    ...rest,
    pace: turn === 'takingBack' ? 3 : course.pace,
    keepsOpen: isTakenBack ? 'nothing' : 'order',
    ...(isTakenBack ? { deadline: course.until } : {}),
  });
  const { state, number } = story.order();
  if (state !== ends) throw new Error(`Order ${number} of the demo is ${state} after its customer's ${turn}`);
}

const doneCount = ({ plan }: Order, key: string): number =>
  plan === undefined
    ? 0
    : [...rowsOf(plan.tasks)].filter(one => one.key === key && one.state === 'closedComplete').length;
