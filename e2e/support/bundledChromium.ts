/** Unpacks the Chromium that `@sparticuz/chromium` brings from npm (Linux x64): no download, no root, once per version. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

export type Chromium = { readonly executablePath: string; readonly env: Record<string, string> };

type TarFs = { readonly extract: (folder: string) => NodeJS.WritableStream };

const CACHE = fileURLToPath(new URL('../../node_modules/.cache/desk', import.meta.url));
/** Libraries, fonts and software rendering: the package keeps each in an archive beside the program. */
const ARCHIVES = ['al2023', 'fonts', 'swiftshader'];

export async function unpackChromium(): Promise<Chromium> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const home = join(dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const folder = join(CACHE, `chromium-${version}`);
  if (!existsSync(folder)) await unpack(join(home, 'bin'), createRequire(entry)('tar-fs') as TarFs, folder);
  const libraries = [join(folder, 'lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':');
  return {
    executablePath: join(folder, 'chromium'),
    env: { ...definedEnv(), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: join(folder, 'fonts.conf') },
  };
}

/** Unpacks beside the final place and renames, so that a second worker never meets half a browser. */
async function unpack(packed: string, tar: TarFs, folder: string): Promise<void> {
  const draft = `${folder}.${process.pid}`;
  mkdirSync(draft, { recursive: true });
  const read = (name: string): Buffer => brotliDecompressSync(readFileSync(join(packed, name)));
  for (const name of ARCHIVES) await pipeline(Readable.from(read(`${name}.tar.br`)), tar.extract(draft));
  writeFileSync(join(draft, 'chromium'), read('chromium.br'), { mode: 0o755 });
  writeFileSync(join(draft, 'fonts.conf'), fontsConfig(folder));
  try {
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(folder)) throw error;
  }
}

const fontsConfig = (folder: string): string => `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${folder}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${folder}/fonts-cache</cachedir>
</fontconfig>
`;

const definedEnv = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined));
