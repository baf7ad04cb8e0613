/** The messages of the browser shell's WebSocket: numbered calls one way, replies and notices the other. */
import type { Notice, Reply } from './bridge.ts';
import { z } from './zod.ts';

/** A call of the window; the input is parsed later, by the schema of the call it names. */
export const callFrame = z.strictObject({
  id: z.int().positive(),
  name: z.string().max(100),
  input: z.unknown().optional(),
});

export type CallFrame = { readonly id: number; readonly name: string; readonly input: unknown };

export type AnswerFrame = { readonly id: number; readonly reply: Reply<unknown> } | { readonly notice: Notice };

/** The text of an answer around a reply that is JSON already. */
export const replyFrame = (id: number, reply: string): string => `{"id":${id},"reply":${reply}}`;
