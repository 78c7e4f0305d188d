import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { MigrationsBroken } from '../errors.ts';

/** One step of the schema, which is never changed once it has run anywhere. */
export interface Migration {
  readonly number: number;
  /** The file's name without number and ending. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of the SQL, in hex; line ends count as one character, whatever git makes of them. */
  readonly hash: string;
}

const fileName = /^(\d{4})_([a-z0-9-]+)\.sql$/;

/**
 * Reads the files `0001_name.sql`, `0002_…` of a folder in order.
 * @throws MigrationsBroken where a number is missing or there twice
 */
export function readMigrations(folder: URL = new URL('.', import.meta.url)): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((file) => fileName.test(file))
    .sort();
  return files.map((file, index) => {
    const [, digits = '', name = ''] = fileName.exec(file) ?? [];
    const number = Number(digits);
    if (number !== index + 1) {
      throw new MigrationsBroken(
        `Migration ${file} stands where number ${index + 1} should; each number is used once.`,
      );
    }
    const sql = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n');
    return { number, name, sql, hash: createHash('sha256').update(sql).digest('hex') };
  });
}
