/** Base of every refusal of this package; `code` is stable, the message says what did not fit. */
export abstract class LedgerError extends Error {
  abstract readonly code: string;
}

/** A record is none of the types of this log, or a field of it is wrong. `field` is its path, such as `reasons.0`; empty for the whole. */
export class InvalidRecord extends LedgerError {
  readonly code = 'invalid-record';
  readonly field: string;
  constructor(field: string, problem: string) {
    super(field === '' ? `The record is refused: ${problem}` : `The record's field "${field}" is refused: ${problem}`);
    this.field = field;
  }
}

/** A value that canonical JSON (RFC 8785) cannot hold. `path` leads to it, such as `texts[0]`; empty for the whole. */
export class NotCanonical extends LedgerError {
  readonly code = 'not-canonical';
  readonly path: string;
  constructor(path: string, problem: string) {
    super(`${path === '' ? 'The value' : `"${path}"`} ${problem}; canonical JSON cannot hold it.`);
    this.path = path;
  }
}

/** A record and a salt do not give the leaf that they are said to open. */
export class LeafMismatch extends LedgerError {
  readonly code = 'leaf-mismatch';
}

/** Bytes of a wrong length, a number that is no place in a tree, or a stored form that does not fit together. */
export class OutOfRange extends LedgerError {
  readonly code = 'out-of-range';
}

/** What of a proof does not fit. */
export type ProofPart = 'length' | 'root' | 'old-root';

/** A proof does not lead to the root that it is checked against. */
export class ProofMismatch extends LedgerError {
  readonly code = 'proof-mismatch';
  readonly part: ProofPart;
  constructor(part: ProofPart, message: string) {
    super(message);
    this.part = part;
  }
}

/** Text that is no signed note or no checkpoint. */
export class InvalidCheckpoint extends LedgerError {
  readonly code = 'invalid-checkpoint';
}

/** A checkpoint is well formed, but not signed by the key that was asked for. */
export class SignatureRefused extends LedgerError {
  readonly code = 'signature-refused';
}

/** A signer's or verifier's key is malformed. The message never holds a signer's key. */
export class InvalidKey extends LedgerError {
  readonly code = 'invalid-key';
}

/** A receipt is malformed, or its parts contradict each other or an earlier receipt of the same vote. */
export class InvalidReceipt extends LedgerError {
  readonly code = 'invalid-receipt';
}
