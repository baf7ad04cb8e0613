import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { migrations } from './list.ts';

const folder = new URL('.', import.meta.url);
const files = readdirSync(folder).filter(name => /^\d{4}-.*\.ts$/.test(name));

/** A released migration is history: to change the schema, add the next file and its hash here. */
const frozen: Readonly<Record<string, string>> = {
  '0010-event-log.ts': '89e4b41bc4c7fb63428df6e931d002bf8956b80abf67884ecc946bbe249a0036',
  '0020-intake.ts': 'e219394a47d7626dfd8a7c5ff9b74ad0e8142d946f549a7e045d4885771550f7',
  '0030-workspace.ts': 'd33fce510a1199675cb921915192d4f3b379c437cbb5ae3126d39f606bac5914',
  '0040-read-models.ts': '25d09a422aea9a7ca068d7c52f047baa8d15fc9b6ba57d03c6d2d729c998d377',
  '0050-handing-out.ts': '1ec0d748305b05f54e5c34eb586b7582c260ebc2d72e82b765d065d7daad87d4',
  '0060-job-outcomes.ts': '6536ef1caa51a4e25c000c01ec5519a903d5a2ca04f02cde124003087273d80f',
  '0070-command-digest.ts': '45553cf0fdcfbb111f961d34fe728c650e4a42530835fe6b487805de9a619757',
  '0080-events-of-planning.ts': '0d2dac41fbc2c87663b74c547576da9127e333330daa493df3196169263b32fc',
};

test('no migration has been edited since it was written', () => {
  const found = files.map(name => [
    name,
    createHash('sha256')
      .update(readFileSync(new URL(name, folder)))
      .digest('hex'),
  ]);
  expect(Object.fromEntries(found)).toEqual(frozen);
});

test('every file is in the list, numbered by tens as its name says', () => {
  expect(migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`)).toEqual(files);
  expect(migrations.every(({ version }) => version % 10 === 0)).toBe(true);
});

test('a migration depends on nothing that lives', () => {
  for (const name of files) {
    const imports = readFileSync(new URL(name, folder), 'utf8').match(/^import .*$/gm);
    expect(imports).toEqual([`import type { Migration } from '../migrate.ts';`]);
  }
});
