/** Entry of the browser shell's process: prints the address, tells the starter, stops when asked or left alone. */
import { log } from '../shell/log.ts';
import { boot } from './boot.ts';

try {
  const { address, stop } = await boot(process.argv.slice(2));
  process.stdout.write(`Fulfillment Desk is at ${address}\n`);
  process.send?.({ address });
  let stopping = false;
  const end = (): void => {
    if (stopping) return;
    stopping = true;
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        log(`Stopping failed: ${String(error)}`);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  process.on('disconnect', end);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
