/** Damages files the way disks do, at positions that are always the same. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';

/** Turns one bit of a file. */
export function flipBit(file: string, at: number, bit: number): void {
  const bytes = readFileSync(file);
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
  writeFileSync(file, bytes);
}

/** Overwrites one page of the b-tree of a table, below its root, in the database of a closed desk. */
export function tearTable(folder: string, table: string): void {
  const file = join(folder, 'avvisi.db');
  const database = new SqliteDatabase(file);
  const root = database
    .prepare<[string], number>('SELECT rootpage FROM sqlite_schema WHERE name = ?')
    .pluck()
    .get(table);
  database.close();
  if (root === undefined) throw new Error(`No table ${table}.`);
  const bytes = readFileSync(file);
  const size = bytes.readUInt16BE(16);
  bytes.fill(0xff, (root - 1) * size, root * size);
  writeFileSync(file, bytes);
}

/** Writes in the database of a closed desk, past everything that watches over it. */
export function meddle(folder: string, sql: string): void {
  const database = new SqliteDatabase(join(folder, 'avvisi.db'));
  database.exec(sql);
  database.close();
}
