/** What may stand on the command line of either shell. */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export type ShellOptions = { readonly workspace: string | undefined; readonly port: number };

/**
 * Reads `--workspace DIR` and `--port N` (0: any free port).
 * Electron adds switches of its own to the command line, so that shell does not ask for `strict`.
 * @throws Error with one sentence when an option is unknown or wrong
 */
export function readOptions(args: readonly string[], strict = true): ShellOptions {
  const { values } = parseArgs({
    args: [...args],
    strict,
    options: { workspace: { type: 'string' }, port: { type: 'string', default: '0' } },
  });
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`--port must be a number from 0 to 65535, not "${String(values.port)}".`);
  }
  return { workspace: typeof values.workspace === 'string' ? resolve(values.workspace) : undefined, port };
}
