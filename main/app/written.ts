/** A value that is JSON already, and goes into its reply as it is. */
import type { Reply } from '../../preload/contract/bridge.ts';

export class Written<T> {
  readonly json: string;
  /** What the text says; it is never there. */
  declare readonly says?: T;

  constructor(json: string) {
    this.json = json;
  }
}

export const written = <T>(json: string): Written<T> => new Written<T>(json);

export const replyText = (reply: Reply<unknown>): string =>
  reply.ok && reply.value instanceof Written ? `{"ok":true,"value":${reply.value.json}}` : JSON.stringify(reply);
