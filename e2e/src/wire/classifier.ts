/** A battle as a reader saw it, and whether the model in question was on side a. */
export interface Example {
  readonly features: readonly number[];
  readonly isA: boolean;
}

const folds = 10;
const steps = 300;
const rate = 0.5;
/** Weight decay; keeps features that say nothing near zero. */
const decay = 0.01;

/**
 * Share of examples whose side a logistic regression tells, each told by a model that was trained on the others (ten folds). The features
 * change sign with the sides, so there is no intercept.
 */
export function accuracyOf(examples: readonly Example[]): number {
  let right = 0;
  for (let fold = 0; fold < folds; fold += 1) {
    const scale = scaleOf(examples);
    const weights = train(
      examples.filter((_, k) => k % folds !== fold),
      scale,
    );
    for (const { features, isA } of examples.filter((_, k) => k % folds === fold)) {
      const score = scoreOf(features, { weights, scale });
      // A score of nothing is a guess.
      right += score === 0 ? 0.5 : Number(score > 0 === isA);
    }
  }
  return right / examples.length;
}

function train(examples: readonly Example[], scale: readonly number[]): readonly number[] {
  let weights: readonly number[] = scale.map(() => 0);
  for (let step = 0; step < steps; step += 1) {
    const slope = weights.map((weight) => -decay * weight);
    for (const { features, isA } of examples) {
      const miss = Number(isA) - 1 / (1 + Math.exp(-scoreOf(features, { weights, scale })));
      for (const [k, feature] of features.entries())
        slope[k] = (slope[k] ?? 0) + (miss * feature) / (scale[k] ?? 1) / examples.length;
    }
    weights = weights.map((weight, k) => weight + rate * (slope[k] ?? 0));
  }
  return weights;
}

function scoreOf(
  features: readonly number[],
  { weights, scale }: { readonly weights: readonly number[]; readonly scale: readonly number[] },
): number {
  return features.reduce((sum, feature, k) => sum + ((weights[k] ?? 0) * feature) / (scale[k] ?? 1), 0);
}

/** Root mean square of each feature, 1 where it is always 0. */
function scaleOf(examples: readonly Example[]): readonly number[] {
  const width = examples[0]?.features.length ?? 0;
  return Array.from({ length: width }, (_, k) => {
    const squares = examples.reduce((sum, { features }) => sum + (features[k] ?? 0) ** 2, 0);
    return Math.sqrt(squares / examples.length) || 1;
  });
}
