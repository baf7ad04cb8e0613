/** Builds what is stale into `dist/`: the window, the main process with its threads, the preload, the samples. */
import { cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import react from '@vitejs/plugin-react';
import { build, type InlineConfig } from 'vite';
import { newestChange, readStamps } from './stale.ts';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const STAMPS = join(ROOT, 'dist/built.json');

type Part = {
  readonly name: string;
  readonly sources: readonly string[];
  readonly build: () => Promise<unknown> | void;
};

const COMMON: InlineConfig = { configFile: false, logLevel: 'warn', clearScreen: false };

const forNode = (options: InlineConfig['build']): InlineConfig => ({
  ...COMMON,
  root: ROOT,
  ssr: { noExternal: true, external: ['electron', 'better-sqlite3'] },
  build: { ssr: true, target: 'node24', minify: false, sourcemap: true, reportCompressedSize: false, ...options },
});

const PARTS: readonly Part[] = [
  {
    name: 'renderer',
    sources: ['renderer', 'preload', 'main/domain', 'postcss.config.cjs'],
    build: () =>
      build({
        ...COMMON,
        root: join(ROOT, 'renderer'),
        plugins: [react()],
        css: { postcss: ROOT },
        worker: { format: 'es' },
        build: {
          outDir: join(ROOT, 'dist/renderer'),
          emptyOutDir: true,
          target: 'chrome140',
          modulePreload: { polyfill: false },
          reportCompressedSize: false,
          // What the first load may weigh is held by the specs, compressed; a person who starts the app need not read of it.
          chunkSizeWarningLimit: 1000,
        },
      }),
  },
  {
    name: 'main',
    sources: ['main', 'db', 'preload'],
    build: () =>
      build(
        forNode({
          outDir: 'dist/main',
          emptyOutDir: true,
          rolldownOptions: {
            input: {
              electron: 'main/electron/main.ts',
              browser: 'main/browser/main.ts',
              writer: 'main/app/threads/writer.ts',
              reader: 'main/app/threads/reader.ts',
              checkpointer: 'db/threads/checkpointer.ts',
            },
            output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
          },
        }),
      ),
  },
  {
    name: 'preload',
    sources: ['preload'],
    // A sandboxed preload must be one CommonJS file.
    build: () =>
      build(
        forNode({
          outDir: 'dist/preload',
          emptyOutDir: true,
          rolldownOptions: {
            input: { electron: 'preload/electron.ts' },
            output: { format: 'cjs', entryFileNames: '[name].cjs' },
          },
        }),
      ),
  },
  {
    name: 'samples',
    sources: ['samples'],
    build: () => {
      rmSync(join(ROOT, 'dist/samples'), { recursive: true, force: true });
      if (existsSync(join(ROOT, 'samples')))
        cpSync(join(ROOT, 'samples'), join(ROOT, 'dist/samples'), { recursive: true });
    },
  },
];

/** Whatever may change every part. */
const SHARED = ['scripts/build.ts', 'package-lock.json', 'tsconfig.json'];

/** @returns the names of the parts that had to be built */
export async function buildStale(force = false): Promise<readonly string[]> {
  const stamps = force ? {} : readStamps(STAMPS);
  const stale = PARTS.filter(
    ({ name, sources }) => newestChange(absolute([...sources, ...SHARED])) >= (stamps[name] ?? 0),
  );
  for (const part of stale) {
    const started = Date.now();
    await part.build();
    stamps[part.name] = started;
    mkdirSync(join(ROOT, 'dist'), { recursive: true });
    writeFileSync(STAMPS, JSON.stringify(stamps));
  }
  return stale.map(part => part.name);
}

const absolute = (paths: readonly string[]): string[] => paths.map(path => join(ROOT, path));

export async function main(args: readonly string[]): Promise<void> {
  const { values } = parseArgs({ args: [...args], options: { force: { type: 'boolean', default: false } } });
  const began = performance.now();
  const built = await buildStale(values.force);
  const took = ((performance.now() - began) / 1000).toFixed(1);
  console.log(built.length > 0 ? `Built ${built.join(', ')} in ${took} s.` : 'Nothing was stale.');
}
