/** How one answer of a scripted model comes over the wire. */
export interface Script {
  readonly text: string;
  /** Before the first byte of the body, milliseconds; 0 when left out. */
  readonly firstTokenMs?: number;
  /** Characters of a chunk; 16 when left out. */
  readonly chunkCharacters?: number;
  /** Between two chunks, milliseconds; 0 when left out. */
  readonly gapMs?: number;
  /** `complete` when left out. */
  readonly ending?: Ending;
}

/**
 * How an answer ends. `refuse`: a status in place of an answer. `error`: an error event in the middle of the stream. `stall`: silence with
 * the connection open. `drop`: the connection is cut. `empty`: a proper answer without a word. The last words sent before the three in the
 * middle are those up to `afterCharacters`.
 */
export type Ending =
  | { readonly kind: 'complete' | 'empty' }
  | { readonly kind: 'refuse'; readonly status: number; readonly retryAfterSeconds?: number }
  | { readonly kind: 'error' | 'stall' | 'drop'; readonly afterCharacters: number };

/** What the server of a scripted model says of itself in every answer: all of it must stay on the server. */
export interface Planted {
  /** The whole word for this model; each value below holds it. */
  readonly mark: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly id: string;
  readonly model: string;
  readonly fingerprint: string;
  readonly promptTokens: number;
  readonly completionTokens: number;
  readonly costUsd: number;
  readonly errorMessage: string;
}

/**
 * Telling values for one model, each to be found by its mark or its number.
 *
 * @example plantedFor('amber', 1).headers['x-served-by'] // 'amber-mark-1'
 */
export function plantedFor(model: string, number: number): Planted {
  const mark = `${model}-mark-${number}`;
  return {
    mark,
    headers: { 'x-request-id': `req-${mark}`, 'x-served-by': mark, 'openai-organization': `org-${mark}` },
    id: `chatcmpl-${mark}`,
    model: `${mark}-snapshot`,
    fingerprint: `fp-${mark}`,
    promptTokens: 48_317 + 1_009 * number,
    completionTokens: 71_923 + 1_013 * number,
    costUsd: 0.0719377 + number / 100,
    errorMessage: `The region of ${mark} is out of order, trace tr-${mark}.`,
  };
}
