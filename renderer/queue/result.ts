/** What a command brought about, in words, with the parts it made ready. */
import type { PlanPartRef } from '../plan/PartLink.tsx';

export type Result = {
  readonly orderId: string;
  /** Sentences, the first about what was asked. */
  readonly lines: readonly string[];
  /** Tasks that became ready; undefined when that is not what it was about. */
  readonly opened?: readonly PlanPartRef[];
};
