/** Answers one call for a transport: whatever goes wrong, the window gets a reply and the log gets the cause. */
import type { Desk, Reply } from '../../preload/contract/bridge.ts';

export async function answer(
  desk: Desk,
  name: unknown,
  input: unknown,
  log: (line: string) => void,
): Promise<Reply<unknown>> {
  if (typeof name !== 'string') return { ok: false, error: { code: 'BadInput', message: 'A call needs a name.' } };
  try {
    return await desk.serve(name, input);
  } catch (error) {
    log(
      `The call ${JSON.stringify(name.slice(0, 100))} failed: ${error instanceof Error ? error.stack : String(error)}`,
    );
    return {
      ok: false,
      error: { code: 'Internal', message: 'Something broke inside Fulfillment Desk; its log has the details.' },
    };
  }
}
