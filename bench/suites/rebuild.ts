/** Rebuilding every read model from the log, against only reading and parsing the log, and against writing the same rows raw besides. */
import type { Database } from 'better-sqlite3';
import { openWriter } from '../../db/open.ts';
import { projections } from '../../db/projections/list.ts';
import { rebuildReadModels } from '../../db/projections/rebuild.ts';
import { transaction } from '../../db/transaction.ts';
import { openCatalogShelf } from '../../main/app/catalogShelf.ts';
import type { Bench } from '../bench.ts';
import { atMost, noted, type Finding } from '../measure/finding.ts';
import { cpuOf } from '../measure/interleave.ts';
import { createRecorder, rawWriter } from '../measure/recordedWrites.ts';
import { bigWorkspace, copyOf } from '../workspace/bigWorkspace.ts';
import { countFailedChecksOf } from '../workspace/openCore.ts';

/** CPU time, since seconds of wall time on a shared machine say little. */
export function benchRebuild({ log, rounds }: Bench): readonly Finding[] {
  const source = bigWorkspace(40_000, log, 'finished');
  const copies = [copyOf(source, 'rebuild'), copyOf(source, 'rebuild-raw')] as const;
  try {
    const count = Math.max(3, rounds(5));
    const { events, floor, took } = againstScan(copies[0].file, count);
    const written = rawWrites(copies[0].file, copies[1].file, count);
    const perEvent = (time: number): string => `${((time * 1_000) / events).toFixed(1)} µs`;
    const what = 'rebuild of the read models, CPU';
    return [
      atMost(2, took / floor, {
        id: 'rebuild',
        what,
        against: 'scan and JSON.parse of the log',
        note: `${perEvent(took)} / ${perEvent(floor)} an event, ${events} events`,
      }),
      noted(`${(took / (floor + written)).toFixed(2)}×`, {
        id: 'rebuild',
        what,
        against: 'scan, JSON.parse and raw statements, same rows',
        note: `${perEvent(floor + written)} an event`,
      }),
    ];
  } finally {
    for (const copy of copies) copy.remove();
  }
}

function againstScan(file: string, rounds: number): { events: number; floor: number; took: number } {
  const db = openWriter(file);
  const [scans, rebuilds]: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    scans.push(cpuOf(() => scan(db)));
    rebuilds.push(cpuOf(() => rebuild(db)));
  }
  const events = db.prepare<[], number>('SELECT count(*) FROM event').pluck().get() ?? 0;
  db.close();
  return { events, floor: median(scans), took: median(rebuilds) };
}

/** Milliseconds that writing the same rows, and then their indexes, takes by prepared statements alone. */
function rawWrites(file: string, rawFile: string, rounds: number): number {
  const recorder = createRecorder();
  const db = openWriter(file);
  recorder.watch(db);
  const writes = recorder.record(() => rebuild(db));
  db.close();
  const raw = openWriter(rawFile);
  emptyReadModels(raw);
  const write = rawWriter(raw, [writes]);
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    emptyReadModels(raw);
    times.push(cpuOf(() => write(writes)) + cpuOf(() => makeIndexes(raw)));
  }
  raw.close();
  return median(times);
}

function rebuild(db: Database): void {
  db.exec('DELETE FROM read_model');
  rebuildReadModels(db, projections, { countFailedChecks: countFailedChecksOf(openCatalogShelf(db)) });
}

function scan(db: Database): void {
  const log = db
    .prepare<[], [string]>(
      'SELECT data, position, id, order_id, version, type, v, at, by_id, device, command_id FROM event ORDER BY position',
    )
    .raw();
  for (const [data] of log.iterate()) JSON.parse(data);
}

function emptyReadModels(db: Database): void {
  transaction(db, () => {
    for (const { tables, create } of projections) {
      for (const table of tables) db.exec(`DROP TABLE IF EXISTS ${table}`);
      for (const sql of create) db.exec(sql);
    }
    db.exec('DELETE FROM read_model; DELETE FROM counter');
  });
}

const makeIndexes = (db: Database): void =>
  transaction(db, () => {
    for (const sql of projections.flatMap(({ indexes }) => indexes)) db.exec(sql);
  });

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? NaN;
