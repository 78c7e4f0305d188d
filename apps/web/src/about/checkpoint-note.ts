/** What a signed checkpoint says. */
export interface CheckpointNote {
  readonly origin: string;
  /** Leaves that it covers. */
  readonly size: number;
  /** Base64. */
  readonly root: string;
  readonly signatures: readonly string[];
}

/**
 * Reads a C2SP signed note of a ledger: origin, size and root, a line each, an empty line, then the signatures. Null for anything
 * else, so that the page shows the note as it stands. It checks no signature; `agon verify` does.
 *
 * @example readNote('agon/x\n7\nq83v\n\n— agon/x c2ln\n')?.size // 7
 */
export function readNote(note: string): CheckpointNote | null {
  const [text = '', signed = ''] = note.split('\n\n', 2);
  const [origin = '', size = '', root = ''] = text.split('\n');
  const signatures = signed.split('\n').filter((line) => line.startsWith('— '));
  if (origin === '' || !/^(0|[1-9]\d*)$/u.test(size) || root === '' || signatures.length === 0) return null;
  return { origin, size: Number(size), root, signatures };
}
