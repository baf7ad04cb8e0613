/** Reads the key by which a part of another order is named where a plan says what it waits for: `order:<order id>/T3`. */

/** Undefined for a part of the order itself. */
export function readOutsideKey(key: string): { readonly orderId: string; readonly node: string } | undefined {
  const [, orderId, node] = /^order:(.+)\/([^/]+)$/.exec(key) ?? [];
  return orderId === undefined || node === undefined ? undefined : { orderId, node };
}
