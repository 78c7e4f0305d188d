import { types } from 'pg';
import { NumberTooLarge } from './errors.ts';

/** Reads the text of an `int8` as a number, and refuses what a number cannot hold. */
function parseInt8(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new NumberTooLarge(text);
  return value;
}

const readBytes = types.getTypeParser(types.builtins.BYTEA);

/**
 * How values come out of either engine: `int8` (and so `count(*)`) as a number, `bytea` as a plain `Uint8Array`,
 * `jsonb` as a value, `float8` as a number, `numeric` (and so `sum` of an `int8`) as text.
 */
export const valueTypes = {
  getTypeParser(oid: number): (text: string) => unknown {
    if (oid === types.builtins.INT8) return parseInt8;
    // A Buffer may be a window on a shared pool, and equals no Uint8Array.
    if (oid === types.builtins.BYTEA) return (text) => new Uint8Array(readBytes(text));
    return types.getTypeParser(oid);
  },
};
