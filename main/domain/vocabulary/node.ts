/** Names the parts of one order: kind and number, unique inside it. */

/** A part of an order by kind and number: line `L2`, domain order `D7`, task `T12`. */
export type NodeId = `L${number}` | `D${number}` | `T${number}`;
export type SubjectId = NodeId | `F${number}` | `I${number}` | 'order';

export const lineId = (number: number): NodeId => `L${number}`;
export const domainOrderId = (number: number): NodeId => `D${number}`;
export const taskId = (number: number): NodeId => `T${number}`;

/** The kind and the number of a part, from its id. */
export function nodeOf(id: NodeId): { readonly kind: 'line' | 'domainOrder' | 'task'; readonly number: number } {
  const kind = id.startsWith('L') ? 'line' : id.startsWith('D') ? 'domainOrder' : 'task';
  return { kind, number: Number(id.slice(1)) };
}
