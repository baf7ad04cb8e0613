/** Makes a folder that electron-builder takes for Electron's Linux distribution: the shape of it, without the program. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createPackage } from '@electron/asar';

/** What the fuse tools look for in the program: a mark, the format's version, the number of fuses, their states. */
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100111'),
]);

export async function makeStandIn(folder: string, version: string): Promise<void> {
  for (const inner of ['locales', 'resources', 'empty']) mkdirSync(join(folder, inner), { recursive: true });
  writeFileSync(join(folder, 'electron'), Buffer.concat([Buffer.from('\x7fELF'), FUSES]), { mode: 0o755 });
  writeFileSync(join(folder, 'version'), version);
  writeFileSync(join(folder, 'LICENSE'), 'A stand-in.');
  for (const language of ['en-US', 'de']) writeFileSync(join(folder, `locales/${language}.pak`), '');
  writeFileSync(join(folder, 'empty/package.json'), '{}');
  await createPackage(join(folder, 'empty'), join(folder, 'resources/default_app.asar'));
}
