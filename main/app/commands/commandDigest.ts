/** What a command asks in a few characters, by which an id that is used again for something else is told from a command that is sent again. */
import { createHash } from 'node:crypto';
import type { OrderCommand } from '../../domain/order/commands.ts';

/** Twelve bytes tell commands under one id apart; the sequence of keys does not count. */
export function digestOf(asked: unknown): string {
  const text = JSON.stringify(asked, (_key, value: unknown) => sorted(value));
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}

/** An import is told by its order, which is made with it: a document is long, and nobody sends one twice. */
export function askedBy(orderId: string, command: OrderCommand): unknown {
  if (command.type !== 'importOrder') return { ...command, orderId };
  const { type, number } = command;
  return { type, number, orderId };
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
