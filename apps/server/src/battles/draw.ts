import { ArenaError, drawPair, type Policy } from '@agon/arena';
import { covariance, type Fit } from '@agon/rating';
import { Refused } from '../http/refused.ts';
import type { Lineup } from '../models/lineup.ts';
import type { SettingsReader } from '../settings/settings.ts';

/** Who answers on which side (revisions), and how likely this draw was. */
export interface DrawnPair {
  readonly a: string;
  readonly b: string;
  readonly probability: number;
}

/** Draws the two models of a battle for a first prompt of so many characters. @throws {Refused} `not-enough-models`, `budget-spent` */
export type Draw = (characters: number) => Promise<DrawnPair>;

/** A draw by the policy in force. `fit` is that of the newest board, for the active policy; `random` is uniform in [0, 1). */
export function createDraw({
  lineup,
  settings,
  fit,
  random,
}: {
  readonly lineup: Lineup;
  readonly settings: SettingsReader;
  readonly fit: () => Promise<Fit | null>;
  readonly random: () => number;
}): Draw {
  return async (characters) => {
    const models = await lineup.drawable(characters);
    const policy = await policyOf(settings.current().settings.policy, fit);
    const candidates = models.map(({ name, weight, canServe }) => ({ id: name, weight, canServe }));
    const revisionOf = (name: string) => models.find((model) => model.name === name)?.revision ?? name;
    try {
      const { a, b, probability } = drawPair({ candidates, policy, random });
      return { a: revisionOf(a), b: revisionOf(b), probability };
    } catch (error) {
      if (!(error instanceof ArenaError)) throw error;
      throw new Refused('not-enough-models', error.message, { cause: error });
    }
  };
}

async function policyOf(
  policy: ReturnType<SettingsReader['current']>['settings']['policy'],
  fit: () => Promise<Fit | null>,
): Promise<Policy> {
  if (policy.kind === 'uniform') return { name: 'uniform' };
  if (policy.kind === 'weighted') return { name: 'weighted', floor: policy.floor };
  const newest = await fit();
  return { name: 'active', floor: policy.floor, knowledge: newest === null ? null : knowledgeOf(newest) };
}

/** The strengths and their covariance, without coefficients and tie parameter. */
function knowledgeOf(fit: Fit) {
  const { size, values } = covariance(fit, { method: 'clustered' });
  const count = fit.models.length;
  const ofStrengths = new Float64Array(count * count);
  for (let row = 0; row < count; row++) ofStrengths.set(values.subarray(row * size, row * size + count), row * count);
  return { ids: fit.models, strengths: fit.strengths, covariance: ofStrengths };
}
