/** Unit tests: everything but the window runs in plain Node, `*.test.tsx` in jsdom; titles go to a JSON report. */
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { configDefaults, defineConfig } from 'vitest/config';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react()],
  resolve: { alias: { electron: here('./main/electron/testing/electron.ts') } },
  test: {
    // It takes Electron whole and must get the stand-in too.
    server: { deps: { inline: ['electron-store'] } },
    // Generous, since a loaded machine is no bug; a hanging test still ends.
    testTimeout: 30_000,
    hookTimeout: 120_000,
    reporters: ['default', ['json', { outputFile: 'test-results/unit.json' }]],
    projects: [
      {
        extends: true,
        test: {
          name: 'node',
          environment: 'node',
          include: ['{main,db,preload,renderer,bench,scripts,e2e}/**/*.test.ts'],
          exclude: [...configDefaults.exclude, '**/*.e2e.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'window',
          environment: 'jsdom',
          include: ['renderer/**/*.test.tsx'],
          setupFiles: ['renderer/testing/setup.ts'],
        },
      },
    ],
  },
});
