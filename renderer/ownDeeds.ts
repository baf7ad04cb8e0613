/** What the person did themselves since an order was read: whoever is faster than the window must not be told that somebody else was. */
import { useQueryClient, type QueryClient } from '@tanstack/react-query';

type Answer = { readonly orderId: string; readonly version: number; readonly events: readonly unknown[] };

/** From one version to another with nobody's deeds between but the person's own. */
type Stretch = { readonly from: number; readonly to: number };

export type OwnDeeds = {
  /** Notes the answer to a command; one that says nothing of an order's version is passed over. */
  readonly add: (answer: unknown) => void;
  /** The same input; what it has seen is raised over the person's own deeds, and never over those of others. */
  readonly seenBy: <T>(input: T) => T;
};

export function createOwnDeeds(): OwnDeeds {
  const stretches = new Map<string, Stretch>();
  return {
    add(answer) {
      if (!isAnswer(answer) || answer.events.length === 0) return;
      const { orderId, version: to, events } = answer;
      const from = to - events.length;
      const before = stretches.get(orderId);
      // An answer that came later than the one after it says nothing new.
      if (before !== undefined && before.to >= to) return;
      stretches.set(orderId, { from: before?.to === from ? before.from : from, to });
    },
    seenBy(input) {
      const { orderId, seen } = input as { readonly orderId?: unknown; readonly seen?: unknown };
      const own = typeof orderId === 'string' ? stretches.get(orderId) : undefined;
      if (own === undefined || typeof seen !== 'number' || seen < own.from || seen >= own.to) return input;
      return { ...input, seen: own.to };
    },
  };
}

function isAnswer(answer: unknown): answer is Answer {
  const { orderId, version, events } = (answer ?? {}) as { readonly [field in keyof Answer]?: unknown };
  return typeof orderId === 'string' && typeof version === 'number' && Array.isArray(events);
}

const known = new WeakMap<QueryClient, OwnDeeds>();

/** One for each window. */
export function useOwnDeeds(): OwnDeeds {
  const client = useQueryClient();
  const own = known.get(client) ?? createOwnDeeds();
  known.set(client, own);
  return own;
}
