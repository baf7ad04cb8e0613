/** Remembers the list an order was opened from, so that `[` and `]` lead to its neighbours there. */

let ids: readonly string[] = [];

export const rememberQueue = (orderIds: readonly string[]): void => {
  ids = orderIds;
};

/** The order before (-1) or after (1) this one in the list it was opened from. */
export function findNeighbour(orderId: string, step: 1 | -1): string | undefined {
  const here = ids.indexOf(orderId);
  return here < 0 ? undefined : ids[here + step];
}
