/** Answers one call for a transport: whatever goes wrong, the window gets a reply and the log gets the cause. */
import type { Desk, Fault, Reply } from '../../preload/contract/bridge.ts';

/** Gives the reply as JSON, and never rejects. */
export async function answer(desk: Desk, name: unknown, input: unknown, log: (line: string) => void): Promise<string> {
  if (typeof name !== 'string') return refused({ code: 'BadInput', message: 'A call needs a name.' });
  try {
    return await desk.answer(name, input);
  } catch (error) {
    log(
      `The call ${JSON.stringify(name.slice(0, 100))} failed: ${error instanceof Error ? error.stack : String(error)}`,
    );
    return refused({ code: 'Internal', message: 'Something broke inside Fulfillment Desk; its log has the details.' });
  }
}

/** JSON of a reply that only tells what is wrong. */
export const refused = (error: Fault): string => JSON.stringify({ ok: false, error } satisfies Reply<never>);
