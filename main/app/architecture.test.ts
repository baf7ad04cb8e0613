/** Proves that the lint rules hold the architecture: each planted violation is reported by the rule that forbids it. */
import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const IMPORT = 'eslint(no-restricted-imports)';

/** A file, what is wrong in it, and the rule that must say so. */
type Planted = readonly [file: string, text: string, rule: string];

const imports = (from: string): string => `export { x } from '${from}';\n`;

const VIOLATIONS: readonly Planted[] = [
  // The arrows.
  ['main/domain/order/a1.ts', imports('node:fs'), IMPORT],
  ['main/domain/order/a2.ts', imports('zod'), IMPORT],
  ['main/domain/order/a3.ts', imports('../../../db/open.ts'), IMPORT],
  ['main/domain/order/a4.ts', imports('../../app/createApp.ts'), IMPORT],
  ['main/domain/a5.ts', imports('../../preload/contract/contract.ts'), IMPORT],
  ['preload/contract/b1.ts', imports('react'), IMPORT],
  ['preload/contract/b2.ts', imports('node:fs'), IMPORT],
  ['preload/contract/b3.ts', imports('../../db/open.ts'), IMPORT],
  ['preload/contract/b4.ts', imports('../browser.ts'), IMPORT],
  ['preload/browser.ts', imports('electron'), IMPORT],
  ['preload/electron.ts', imports('../main/app/createApp.ts'), IMPORT],
  ['db/c1.ts', imports('zod'), IMPORT],
  ['db/queries/c2.ts', imports('../../main/app/createApp.ts'), IMPORT],
  ['db/c3.ts', imports('../preload/contract/contract.ts'), IMPORT],
  ['main/app/d1.ts', imports('electron'), IMPORT],
  ['main/app/d2.ts', imports('better-sqlite3'), IMPORT],
  ['main/app/commands/d3.ts', imports('../../../renderer/route.ts'), IMPORT],
  ['main/app/d4.ts', imports('../electron/boot.ts'), IMPORT],
  ['main/shell/e1.ts', imports('electron'), IMPORT],
  ['main/shell/e2.ts', imports('../app/createApp.ts'), IMPORT],
  ['main/electron/f1.ts', imports('../domain/result.ts'), IMPORT],
  ['main/electron/f2.ts', imports('ws'), IMPORT],
  ['main/electron/f3.ts', imports('../../db/open.ts'), IMPORT],
  ['main/browser/g1.ts', imports('electron'), IMPORT],
  ['main/browser/g2.ts', imports('../electron/boot.ts'), IMPORT],
  ['main/browser/g3.ts', imports('../../renderer/route.ts'), IMPORT],
  ['renderer/order/h1.ts', imports('../../main/domain/result.ts'), IMPORT],
  ['renderer/h2.ts', imports('node:fs'), IMPORT],
  ['renderer/h3.ts', imports('electron'), IMPORT],
  ['renderer/h4.ts', imports('../db/open.ts'), IMPORT],
  ['renderer/h5.ts', imports('../preload/electron.ts'), IMPORT],
  ['e2e/i1.ts', imports('../renderer/route.ts'), IMPORT],
  ['bench/i2.ts', imports('../renderer/route.ts'), IMPORT],
  // The purity of the domain.
  ['main/domain/j1.ts', 'export const x = Date.now();\n', 'eslint(no-restricted-properties)'],
  ['main/domain/j2.ts', 'export const x = Math.random();\n', 'eslint(no-restricted-properties)'],
  ['main/domain/j3.ts', "console.log('x');\n", 'eslint(no-restricted-globals)'],
  ['main/domain/j4.ts', 'export const x = process.pid;\n', 'eslint(no-restricted-globals)'],
  ['main/domain/j5.ts', 'export const x = crypto.randomUUID();\n', 'eslint(no-restricted-globals)'],
  // The house rules.
  ['main/app/k1.ts', "import { y } from './k2.ts';\nexport const x = (): number => y();\n", 'import(no-cycle)'],
  ['main/app/k2.ts', "import { x } from './k1.ts';\nexport const y = (): number => x();\n", 'import(no-cycle)'],
  ['main/app/k3.ts', 'export default 1;\n', 'import(no-default-export)'],
  ['main/app/k4.ts', 'export const x = (y: any): unknown => y;\n', 'typescript(no-explicit-any)'],
  ['main/app/k5.ts', '// @ts-ignore\nexport const x: number = 1;\n', 'typescript(ban-ts-comment)'],
  ['main/app/k6.ts', "console.log('x');\n", 'eslint(no-console)'],
  ['main/app/k7.ts', 'export const x = 1;\n'.concat('// so long\n'.repeat(400)), 'eslint(max-lines)'],
  ['main/app/k8.ts', "export * from './k3.ts';\n", 'oxc(no-barrel-file)'],
  ['main/app/k9.ts', 'export function x(): void {\n  Promise.resolve(1);\n}\n', 'typescript(no-floating-promises)'],
  [
    'main/app/k10.ts',
    'export const x = (y: string[]): void => y.forEach(async () => {});\n',
    'typescript(no-misused-promises)',
  ],
  ['main/app/k11.test.ts', "import { it } from 'vitest';\nit.only('x', () => {});\n", 'vitest(no-focused-tests)'],
  ['main/app/k12.test.ts', "import { it } from 'vitest';\nit.skip('x', () => {});\n", 'vitest(no-disabled-tests)'],
];

/** What the arrows allow, so that a rule which forbids everything does not pass for a good one. */
const ALLOWED: readonly (readonly [file: string, text: string])[] = [
  ['main/domain/order/z1.ts', imports('../result.ts')],
  ['preload/contract/z2.ts', "import { z } from 'zod';\nexport const y = z.string();\n"],
  ['preload/contract/z3.ts', "import type { X } from '../../main/domain/result.ts';\nexport type Y = X;\n"],
  ['db/z4.ts', "import Database from 'better-sqlite3';\nexport const y = Database;\n"],
  ['main/app/z5.ts', imports('../../db/open.ts')],
  ['main/shell/z6.ts', imports('node:fs/promises')],
  ['main/electron/z7.ts', imports('electron')],
  ['main/browser/z8.ts', imports('../shell/log.ts')],
  ['renderer/order/z9.ts', imports('../../preload/contract/contract.ts')],
];

const FOLDERS = ['main', 'db', 'preload', 'renderer', 'e2e', 'bench'];

type Report = { readonly diagnostics: readonly { readonly code?: string; readonly filename: string }[] };

let folder: string;
let found: Map<string, string[]>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'desk-lint-'));
  for (const name of ['.oxlintrc.json', 'tsconfig.json']) copyFileSync(join(ROOT, name), join(folder, name));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'), 'junction');
  for (const [file, text] of [...VIOLATIONS, ...ALLOWED]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  found = lint();
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function lint(): Map<string, string[]> {
  const oxlint = join(ROOT, 'node_modules/oxlint/bin/oxlint');
  const { stdout } = spawnSync(process.execPath, [oxlint, '--type-aware', '-f', 'json', ...FOLDERS], {
    cwd: folder,
    encoding: 'utf8',
  });
  const { diagnostics } = JSON.parse(stdout) as Report;
  const byFile = new Map<string, string[]>();
  for (const { code, filename } of diagnostics) {
    const file = filename.replaceAll('\\', '/');
    byFile.set(file, [...(byFile.get(file) ?? []), code ?? '']);
  }
  return byFile;
}

it.each(VIOLATIONS)('%s is reported', (file, _text, rule) => {
  expect(found.get(file) ?? []).toContain(rule);
});

it.each(ALLOWED)('%s is left in peace', file => {
  expect((found.get(file) ?? []).filter(rule => rule === IMPORT)).toEqual([]);
});

/** Every source file that git knows or would take. */
function sources(): string[] {
  const args = ['ls-files', '--cached', '--others', '--exclude-standard'];
  const { stdout } = spawnSync('git', args, { cwd: ROOT, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const code = new Set(['.ts', '.tsx', '.js', '.cjs', '.css', '.html']);
  return stdout.split('\n').filter(file => code.has(extname(file)) && existsSync(join(ROOT, file)));
}

it('no source file is longer than 400 lines', () => {
  const files = sources();
  expect(files.length).toBeGreaterThan(50);
  expect(files.filter(file => readFileSync(join(ROOT, file), 'utf8').split('\n').length > 401)).toEqual([]);
});

it('the domain never asks what time it is', () => {
  const domain = sources().filter(file => file.startsWith('main/domain/') && !file.includes('.test.'));
  expect(domain.filter(file => /new Date\(\)/.test(readFileSync(join(ROOT, file), 'utf8')))).toEqual([]);
});

it('every source file but the tests opens with a sentence that says what it is for', () => {
  const silent = sources().filter(
    file => /(?<!\.test)\.(ts|tsx|js|cjs)$/.test(file) && !/^\/\*\* \S/.test(readFileSync(join(ROOT, file), 'utf8')),
  );
  expect(silent).toEqual([]);
});
