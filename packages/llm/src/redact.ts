const HIDDEN = '[hidden]';
// A server that echoes a key often shortens it; from this many characters a piece is taken for one.
const PIECE = 6;
const LONGEST = 4096;
// Anything shorter protects nothing, and hiding it would leave holes in ordinary words.
const SHORTEST = 4;

/**
 * The text without any secret in it, whole or in pieces of six characters and more, as it is or URL-encoded, and without
 * anything that looks like a key or an authorization header. Texts are cut at 4,096 characters.
 *
 * @example redact('Incorrect API key: sk-live-12345678', ['sk-live-12345678']) // 'Incorrect API key: [hidden]'
 */
export function redact(text: string, secrets: readonly string[]): string {
  const head = text.slice(0, LONGEST);
  const forms = secrets.flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  const isSecret = new Uint8Array(head.length);
  for (const form of new Set(forms)) markPieces(head, form, isSecret);
  return withoutLookalikes(hideMarked(head, isSecret));
}

function markPieces(text: string, secret: string, marks: Uint8Array): void {
  if (secret.length < SHORTEST) return;
  const size = Math.min(PIECE, secret.length);
  const pieces = new Set<string>();
  for (let k = 0; k + size <= secret.length; k++) pieces.add(secret.slice(k, k + size));
  for (let k = 0; k + size <= text.length; k++) {
    if (pieces.has(text.slice(k, k + size))) marks.fill(1, k, k + size);
  }
}

function hideMarked(text: string, marks: Uint8Array): string {
  let shown = '';
  for (let k = 0; k < text.length; k++) {
    if (marks[k] === 0) shown += text[k];
    else if (k === 0 || marks[k - 1] === 0) shown += HIDDEN;
  }
  return shown;
}

function withoutLookalikes(text: string): string {
  return (
    text
      .replace(/\b(bearer|basic)\s+[^\s"',;}]+/gi, `$1 ${HIDDEN}`)
      .replace(
        /\b(authorization|x-api-key|api-key)(["']?\s*[:=]\s*["']?)(?!(?:bearer|basic)\b)[^\s"',;}]+/gi,
        `$1$2${HIDDEN}`,
      )
      .replace(/\b(?:sk|pk|rk|gsk|xai|hf|nvapi|key)[-_][\w*.-]{6,}/gi, HIDDEN)
      // Masked by the server itself: its first and last characters are still nobody's business.
      .replace(/[\w-]*\*{3,}[\w*-]*/g, HIDDEN)
  );
}
