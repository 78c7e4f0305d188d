import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  hkdfSync,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';

/** A text under a key of its own (AES-256-GCM), which the instance's secret wraps. */
export interface Sealed {
  /** Which secret wraps the key. */
  readonly keyId: string;
  readonly nonce: Uint8Array;
  readonly wrappedKey: Uint8Array;
  readonly ciphertext: Uint8Array;
}

/** What is signed for; a signature for one purpose is worth nothing for another. */
export type Purpose = 'visitor' | 'vote-token';

/** All that is made with the instance's secret; the secret itself stays inside. */
export interface Keyring {
  /** Signature of a text, base64url. */
  sign(purpose: Purpose, text: string): string;
  verify(purpose: Purpose, text: string, signature: string): boolean;
  seal(text: string): Sealed;
  /** @throws {SecretLost} the secret is not the one that it was sealed under */
  open(sealed: Sealed): string;
  /** Tells this secret from others and nothing else of it; not secret. */
  readonly fingerprint: string;
  /** Seed (32 bytes) of the Ed25519 key that signs the ledger's checkpoints. */
  readonly ledgerSeed: Uint8Array;
}

/** A stored key cannot be read with the secret at hand. */
export class SecretLost extends Error {
  readonly code = 'secret-lost';
  constructor() {
    super('This key was stored under another AGON_SECRET. Start with that one, or enter the key again.');
  }
}

const nonceBytes = 12;
const tagBytes = 16;

/** A keyring of a secret. Each use has a key of its own, derived by HKDF. */
export function createKeyring(secret: string): Keyring {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, 'agon', use, 32));
  const signing: Record<Purpose, Buffer> = { visitor: derive('visitor'), 'vote-token': derive('vote-token') };
  const wrapping = derive('wrap');
  const keyId = createHash('sha256').update(wrapping).digest('hex').slice(0, 16);
  const sign = (purpose: Purpose, text: string) =>
    createHmac('sha256', signing[purpose]).update(text).digest('base64url');

  return {
    sign,
    verify(purpose, text, signature) {
      const expected = Buffer.from(sign(purpose, text));
      const given = Buffer.from(signature);
      return expected.length === given.length && timingSafeEqual(expected, given);
    },
    seal(text) {
      const key = randomBytes(32);
      const nonce = randomBytes(nonceBytes);
      return {
        keyId,
        nonce,
        wrappedKey: encrypt(wrapping, nonce, key),
        ciphertext: encrypt(key, nonce, Buffer.from(text)),
      };
    },
    open(sealed) {
      if (sealed.keyId !== keyId) throw new SecretLost();
      const key = decrypt(wrapping, sealed.nonce, sealed.wrappedKey);
      return decrypt(key, sealed.nonce, sealed.ciphertext).toString('utf8');
    },
    fingerprint: derive('fingerprint').toString('hex'),
    ledgerSeed: derive('ledger'),
  };
}

/** Ciphertext and tag. The nonce may serve both keys: each pair of key and nonce is used once. */
function encrypt(key: Buffer, nonce: Uint8Array, plain: Buffer): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

function decrypt(key: Buffer, nonce: Uint8Array, sealed: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: tagBytes });
  decipher.setAuthTag(sealed.subarray(-tagBytes));
  return Buffer.concat([decipher.update(sealed.subarray(0, -tagBytes)), decipher.final()]);
}
