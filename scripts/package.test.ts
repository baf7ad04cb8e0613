/** Packs the built app as the installers would and reads the result back; checks the configuration against its schema. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getRawHeader, listPackage } from '@electron/asar';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildStale } from './build.ts';
import { makeStandIn } from './testing/standInElectron.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const builderRequire = createRequire(createRequire(import.meta.url).resolve('app-builder-lib/package.json'));

describe('electron-builder.yml', () => {
  type Validator = {
    (value: unknown): boolean;
    readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[];
  };
  type Ajv = { addKeyword: (name: string) => void; compile: (schema: unknown) => Validator };
  const { default: AjvClass } = builderRequire('ajv') as { default: new (options: object) => Ajv };
  const ajv = new AjvClass({ allErrors: true, strict: false });
  ajv.addKeyword('typeof');
  const validate = ajv.compile(builderRequire('app-builder-lib/scheme.json'));
  const yaml = builderRequire('js-yaml') as { load: (text: string) => Record<string, unknown> };
  const config = yaml.load(readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8'));

  it('is valid', () => {
    validate(config);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('would not be with a misspelt option', () => {
    expect(validate({ ...config, nsis: { perMachien: true } })).toBe(false);
  });

  it('names only files that are there', () => {
    const named = [
      ...readFileSync(join(ROOT, 'electron-builder.yml'), 'utf8').matchAll(/(?:icon|entitlements|afterPack): (\S+)/g),
    ];
    expect(named.length).toBeGreaterThan(3);
    for (const [, path = ''] of named) expect(readdirSync(join(ROOT, path, '..'))).toContain(path.split('/').at(-1));
  });
});

describe.runIf(process.platform === 'linux')('the packed app', () => {
  let folder: string;
  let app: string;
  let packed: string[];

  beforeAll(async () => {
    await buildStale();
    folder = mkdtempSync(join(tmpdir(), 'desk-pack-'));
    app = join(folder, 'out/linux-unpacked');
    const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string };
    await makeStandIn(join(folder, 'electron'), version);
    pack();
    packed = listPackage(join(app, 'resources/app.asar'), { isPack: false }).map(path => path.slice(1));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function pack(): void {
    const builder = join(ROOT, 'node_modules/electron-builder/cli.js');
    const own = [`-c.electronDist=${join(folder, 'electron')}`, `-c.directories.output=${join(folder, 'out')}`];
    const { status, stdout, stderr } = spawnSync(process.execPath, [builder, '--linux', 'dir', '--x64', ...own], {
      cwd: ROOT,
      encoding: 'utf8',
    });
    if (status !== 0) throw new Error(`Packaging failed:\n${stdout}\n${stderr}`);
  }

  const files = (under: string): string[] =>
    readdirSync(join(ROOT, under), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(ROOT.length));

  it('holds the whole build, and of the packages only the database module', () => {
    const archived = packed.filter(path => isFile(app, path)).toSorted();
    const built = files('dist').filter(path => !path.endsWith('.map') && path !== 'dist/built.json');
    const database = [...files('node_modules/better-sqlite3/lib'), 'node_modules/better-sqlite3/package.json'];
    const native = 'node_modules/better-sqlite3/prebuilds/linux-x64.node';
    const licence = 'node_modules/better-sqlite3/LICENSE';
    expect(archived).toEqual(['package.json', ...built, ...database, native, licence].toSorted());
  });

  it('holds every file that its entries ask for', () => {
    expect(packed).toEqual(
      expect.arrayContaining([
        'dist/main/electron.js',
        'dist/main/browser.js',
        'dist/main/writer.js',
        'dist/main/reader.js',
        'dist/preload/electron.cjs',
        'dist/renderer/index.html',
      ]),
    );
  });

  it('keeps the native binary, and nothing else, outside the archive', () => {
    const outside = readdirSync(join(app, 'resources/app.asar.unpacked'), { recursive: true, withFileTypes: true });
    expect(outside.filter(entry => entry.isFile()).map(entry => entry.name)).toEqual(['linux-x64.node']);
  });

  it('has its fuses set', async () => {
    const fuses = await getCurrentFuseWire(join(app, 'fulfillment-desk'));
    const { ENABLE, DISABLE } = FuseState;
    expect(fuses).toMatchObject({
      [FuseV1Options.RunAsNode]: DISABLE,
      [FuseV1Options.EnableCookieEncryption]: ENABLE,
      [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: DISABLE,
      [FuseV1Options.EnableNodeCliInspectArguments]: DISABLE,
      [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: ENABLE,
      [FuseV1Options.OnlyLoadAppFromAsar]: ENABLE,
      [FuseV1Options.GrantFileProtocolExtraPrivileges]: DISABLE,
    });
  });
});

type Entry = { readonly files?: Readonly<Record<string, Entry>> };

/** The archive's list names folders too; its header tells them apart. */
function isFile(app: string, path: string): boolean {
  const { header } = getRawHeader(join(app, 'resources/app.asar')) as { header: Entry };
  const found = path.split('/').reduce<Entry | undefined>((entry, name) => entry?.files?.[name], header);
  return found !== undefined && found.files === undefined;
}
