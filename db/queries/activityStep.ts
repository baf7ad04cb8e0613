/** One event with the order around it, and what is told of it in the activity. */
import type { RecordedEvent } from '../../main/domain/order/events.ts';
import type { Order } from '../../main/domain/order/order.ts';
import type { SubjectId } from '../../main/domain/vocabulary/node.ts';

/** One event with the order around it. */
export type Step = { readonly before: Order | null; readonly event: RecordedEvent; readonly after: Order };

export type Entry = {
  readonly subject: SubjectId;
  /**
   * A field's name; `value.<name>` for a recorded value, `characteristic.<name>` for a corrected one. Of `score` the text
   * and of `why` the new value are the reasons as JSON.
   */
  readonly field?: string;
  readonly was?: string | null;
  readonly now?: string | null;
  readonly text?: string | null;
};
