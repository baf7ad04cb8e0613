/** Turns handlers into one function that a transport can call: parses what comes in, and lets nothing be thrown across. */
import { StoreError } from '../../db/errors.ts';
import type { Fault, Reply } from '../../preload/contract/bridge.ts';
import { calls, type CallName } from '../../preload/contract/contract.ts';
import { z } from '../../preload/contract/zod.ts';
import { isCall, type Handlers } from './sides.ts';

export type Serve = (name: string, input: unknown) => Reply<unknown>;

/**
 * A call without a handler here is answered as unknown, and so are names that every object has, such as `toString`.
 * @param around what every handler runs in, such as a transaction; what that throws is not thrown across either
 */
export function serveCalls<C extends CallName>(
  handlers: Handlers<C>,
  report: (bug: unknown, call: string) => void,
  around: (work: () => Reply<unknown>) => Reply<unknown> = work => work(),
): Serve {
  return (name, input) => {
    if (!isCall(name) || !Object.hasOwn(handlers, name)) return fault('UnknownCall', name);
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) return fault('BadInput', z.prettifyError(parsed.error));
    try {
      const handler = handlers[name as C] as (input: unknown) => Reply<unknown>;
      return around(() => handler(parsed.data));
    } catch (bug) {
      report(bug, name);
      // What went wrong around the file has a sentence of its own: a full disk is for the person to empty.
      if (bug instanceof StoreError) return fault('Internal', bug.message);
      return fault('Internal', 'Something went wrong inside the app. Nothing was changed; it has been logged.');
    }
  };
}

const fault = (code: Fault['code'], message: string): Reply<never> => ({ ok: false, error: { code, message } });
