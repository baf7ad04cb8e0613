/** Which part of a plan is chosen when it is opened next: that of a link from another plan, or the one a person left it from. */

const chosen = new Map<string, string>();

export const rememberPart = (orderId: string, key: string): void => void chosen.set(orderId, key);

/** Good for one opening; the order itself when nothing was remembered. */
export function takePart(orderId: string): string {
  const key = chosen.get(orderId) ?? 'order';
  chosen.delete(orderId);
  return key;
}
