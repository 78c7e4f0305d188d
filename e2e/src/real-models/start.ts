import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { train } from './byte-model/byte-model.ts';
import { damage as damageBytes } from './byte-model/damage.ts';
import { projectTexts } from './byte-model/project-texts.ts';
import type { JudgeOptions } from './judge-voter.ts';
import type { LanguageModel } from './language-model.ts';
import { startModelServer } from './server/server.ts';
import { damage as damageWeights } from './transformer/damage.ts';
import { openStoryModel } from './transformer/story-model.ts';

/** `bytes`: trained here and now on the project's documents. `stories`: the transformer that may lie beside the clone. */
export type RealModelKind = 'bytes' | 'stories';

export interface RealModelsOptions {
  /** `bytes` when left out. */
  readonly kind?: RealModelKind;
  /** One model for each, from 0 (undamaged) upwards; see {@link DEGREES}. */
  readonly degrees?: readonly number[];
  /** Names in the order of the degrees; `bytes-0`, `bytes-10` … (per cent of damage) when left out. */
  readonly names?: readonly string[];
  /** A free port when left out. */
  readonly port?: number;
  /** A random key when left out. */
  readonly apiKey?: string;
  /** Slows every answer down to so many tokens a second; for `bytes` a token is one byte. */
  readonly tokensPerSecond?: number;
}

export interface RealModels {
  readonly baseUrl: string;
  readonly apiKey: string;
  /** The models, in the order asked for; the lower the degree, the better the model. */
  readonly models: readonly { readonly name: string; readonly degree: number }[];
  /** What voters judge by, for `createJudgeVoter`. */
  readonly judge: JudgeOptions;
  /** Requests being answered at this moment. */
  running(): number;
  close(): Promise<void>;
}

/** The names do not fit the degrees. */
export class NamesRefused extends Error {
  readonly code = 'names-refused';
}

/** Degrees that are clearly apart for a judge, by kind. */
export const DEGREES: Readonly<Record<RealModelKind, readonly number[]>> = {
  bytes: [0, 0.1, 0.25, 0.5],
  stories: [0, 0.1, 0.2, 0.3],
};

const ROOT = join(import.meta.dirname, '../../..');
const NOISE_SEED = 1;

/**
 * Makes real language models of one kind, each damaged to its degree, and serves them behind an OpenAI-compatible address.
 *
 * @throws {NamesRefused | DegreeRefused | DamageRefused | ModelFileBroken}
 * @example const { baseUrl, apiKey, models, close } = await startRealModels()
 */
export async function startRealModels(options: RealModelsOptions = {}): Promise<RealModels> {
  const { kind = 'bytes', port = 0, tokensPerSecond } = options;
  const { degrees = DEGREES[kind], apiKey = randomBytes(24).toString('base64url') } = options;
  const names = options.names ?? degrees.map((degree) => `${kind}-${Math.round(100 * degree)}`);
  if (names.length !== degrees.length || new Set(names).size !== names.length) {
    throw new NamesRefused(
      `There are ${degrees.length} degrees for the names ${names.join(', ')}; give each one a name of its own.`,
    );
  }
  const family = await openFamily(kind);
  const models = new Map(names.map((name, k) => [name, family(degrees[k] ?? 0)]));
  const server = await startModelServer({ models, apiKey, port, tokensPerSecond });
  return {
    ...server,
    apiKey,
    models: names.map((name, k) => ({ name, degree: degrees[k] ?? 0 })),
    judge: { model: family(0) },
  };
}

/** A kind of model as a function of its degree of damage. */
async function openFamily(kind: RealModelKind): Promise<(degree: number) => LanguageModel> {
  if (kind === 'bytes') {
    const model = train(await projectTexts(ROOT));
    return (degree) => damageBytes(model, degree);
  }
  const model = await openStoryModel(ROOT);
  return (degree) => damageWeights(model, { kind: 'noise', share: degree, seed: NOISE_SEED });
}
