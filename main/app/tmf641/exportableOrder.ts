/** What the TMF641 export needs to know of an order, taken from its folded state. */
import { falloutNumber } from '../../domain/order/numbers.ts';
import type { Order, OrderLine, OrderTask } from '../../domain/order/order.ts';
import type {
  CapturedOrder,
  CharacteristicValue,
  Contact,
  LineRelationship,
  Location,
  Party,
  SpecificationRef,
} from '../../domain/vocabulary/captured.ts';
import {
  hasLineEnded,
  hasOrderEnded,
  isFalloutOpen,
  type LineAction,
  type LineState,
  type OrderState,
  type Priority,
} from '../../domain/vocabulary/states.ts';
import { getRow, listRows, rowsOf, type Table } from '../../domain/table.ts';
import type { TmfState } from './orderWords.ts';

export type ExportableLine = {
  readonly itemId: string;
  readonly action: LineAction;
  readonly state: LineState;
  readonly name?: string;
  readonly quantity: number;
  /** As the line asks for it, not as the catalog matched it. */
  readonly specification?: SpecificationRef;
  readonly serviceId?: string;
  readonly location?: Location;
  /** Number of the line it is nested in. */
  readonly parent?: number;
  readonly contacts: readonly Contact[];
  readonly relationships: readonly LineRelationship[];
  readonly characteristics: readonly CharacteristicValue[];
  /** A fallout of one of its tasks has no resolution. */
  readonly hasOpenFallout: boolean;
};

/** A reason why something stopped: a fallout or a rejection. */
export type ExportableError = {
  readonly code: string;
  readonly reason: string;
  readonly message?: string;
  /** Its number, such as `FO0000421-1`. */
  readonly status?: string;
  readonly at: string;
  readonly itemIds: readonly string[];
};

export type ExportableOrder = {
  readonly id: string;
  /** `ORD0000421`. */
  readonly number: string;
  readonly state: OrderState;
  readonly description?: string;
  /** The one it came with: what the workspace computed is its own affair. */
  readonly priority: Priority;
  readonly account?: Party;
  readonly contacts: readonly Contact[];
  readonly requestedStart?: string;
  readonly requestedCompletion?: string;
  readonly importedAt: string;
  readonly actualStart?: string;
  readonly actualEnd?: string;
  /** When the last task that is still wanted is planned to end. */
  readonly expectedEnd?: string;
  readonly lines: readonly ExportableLine[];
  readonly hasOpenFallout: boolean;
  readonly errors: readonly ExportableError[];
};

export function exportableOf(order: Order): ExportableOrder {
  const fallouts = listRows(order.fallouts);
  const tasks = order.plan?.tasks;
  const lineOf = (task: number): number | undefined => (tasks === undefined ? undefined : getRow(tasks, task).line);
  const open = fallouts.filter(({ state }) => isFalloutOpen(state));
  const stopped = new Set(open.map(({ task }) => lineOf(task)));
  const itemIdsOf = (task: number): readonly string[] => {
    const line = lineOf(task);
    return line === undefined ? [] : [getRow(order.lines, line).itemId];
  };
  const rejection = order.state === 'rejected' ? order.decisions.at(-1) : undefined;
  const expectedEnd = tasks === undefined ? undefined : latestEnd(tasks);
  return {
    ...chosen(order, ['id', 'number', 'state', 'contacts', 'importedAt']),
    priority: order.capturedPriority ?? order.priority,
    ...chosen(order, ['description', 'account', 'requestedStart', 'requestedCompletion', 'actualStart', 'actualEnd']),
    ...(expectedEnd === undefined ? {} : { expectedEnd }),
    lines: listRows(order.lines).map(line => exportableLine(line, stopped.has(line.number))),
    hasOpenFallout: open.length > 0,
    errors: [
      ...(rejection === undefined
        ? []
        : [
            {
              code: rejection.reasonCode ?? 'rejected',
              reason: rejection.text ?? rejection.reasonCode ?? 'rejected',
              at: rejection.at,
              itemIds: [],
            },
          ]),
      ...fallouts.map(fallout => ({
        code: fallout.type,
        reason: fallout.text,
        ...(fallout.resolution === undefined ? {} : { message: fallout.resolution.text }),
        status: falloutNumber(order, fallout.number),
        at: fallout.raisedAt,
        itemIds: itemIdsOf(fallout.task),
      })),
    ],
  };
}

/** An order as it was captured, before anything happened to it. */
export function exportableOfCaptured(
  order: CapturedOrder,
  about: { readonly id: string; readonly number: string; readonly importedAt: string },
): ExportableOrder {
  return {
    ...about,
    state: 'new',
    ...chosen(order, ['description', 'priority', 'account', 'contacts', 'requestedStart', 'requestedCompletion']),
    lines: order.lines.map(line => exportableLine({ ...line, state: 'new' }, false)),
    hasOpenFallout: false,
    errors: [],
  };
}

type LineLike = Omit<ExportableLine, 'hasOpenFallout'>;

const exportableLine = (line: LineLike | OrderLine, hasOpenFallout: boolean): ExportableLine => ({
  ...chosen<LineLike, keyof LineLike>(line, [
    'itemId',
    'action',
    'state',
    'name',
    'quantity',
    'specification',
    'serviceId',
    'location',
    'parent',
    'contacts',
    'relationships',
    'characteristics',
  ]),
  hasOpenFallout,
});

function latestEnd(tasks: Table<OrderTask>): string | undefined {
  let latest: string | undefined;
  for (const { state, plannedEnd } of rowsOf(tasks)) {
    if (state !== 'canceled' && (latest === undefined || plannedEnd > latest)) latest = plannedEnd;
  }
  return latest;
}

/** The named properties that are there. */
function chosen<T extends object, K extends keyof T>(from: T, keys: readonly K[]): Pick<T, K> {
  return Object.fromEntries(keys.filter(key => from[key] !== undefined).map(key => [key, from[key]])) as Pick<T, K>;
}

const states: Readonly<Record<LineState, TmfState>> = {
  draft: 'acknowledged',
  submitted: 'acknowledged',
  enrichmentInProgress: 'acknowledged',
  enrichmentOnHold: 'acknowledged',
  new: 'acknowledged',
  acknowledged: 'acknowledged',
  rejected: 'rejected',
  scheduled: 'pending',
  awaitingInformation: 'pending',
  inProgress: 'inProgress',
  revisionInProgress: 'held',
  onHold: 'held',
  assessingCancellation: 'assessingCancellation',
  cancellationInProgress: 'pendingCancellation',
  canceled: 'cancelled',
  completed: 'completed',
};

/** The state of an item in the words of TMF641: ended with an unresolved fallout is `failed` (names.md E.3). */
export const tmfLineState = (line: ExportableLine): TmfState =>
  line.hasOpenFallout && hasLineEnded(line.state) ? 'failed' : states[line.state];

/** The state of an order in the words of TMF641; `failed` and `partial` are derived, we have no such states (names.md E.3). */
export function tmfOrderState(order: ExportableOrder): TmfState {
  if (!hasOrderEnded(order.state)) return states[order.state];
  if (order.hasOpenFallout) return 'failed';
  const completed = order.lines.filter(line => line.state === 'completed').length;
  return completed > 0 && completed < order.lines.length ? 'partial' : states[order.state];
}
