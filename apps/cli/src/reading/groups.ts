import type { BoardModel } from '@agon/boards';

/** A model that the data could place: nothing about its rating is missing. */
export interface RatedModel extends BoardModel {
  readonly rating: number;
  readonly stdErr: number;
  readonly lower: number;
  readonly upper: number;
  readonly rank: readonly [number, number];
}

/** Neighbours in rating that the data do not tell from the best of them. */
export interface ModelGroup {
  readonly models: readonly RatedModel[];
  /** Place of the first model among the rated models, from 0. */
  readonly start: number;
}

/** The models of a board that have a rating, best first. */
export function ratedModels(models: readonly BoardModel[]): RatedModel[] {
  return models.filter(isRated);
}

/**
 * Rated models, best first, cut into runs that the rank ranges do not tell apart.
 *
 * The rule: a run starts with the best model that is in no run yet, its *head*, at place h (from 1). The next model, at place p,
 * joins the run as long as p ≤ worst rank of the head (so few enough models are surely below the head that p need not be) and
 * h ≥ best rank of the model (so few enough are surely above the model that the head need not be). The first model that fails
 * starts the next run.
 *
 * Two limits. "Not told apart" is not transitive: a model may be tied with models of other runs too, for instance one with few votes
 * with the leader over the heads of better known ones. And a rank range counts the models surely above, it does not name them: below
 * the first run, where no model is surely above the head, a run is what the counts allow. So the rank ranges stand beside the groups.
 *
 * @example modelGroups(rated with ranks [1,2], [1,2], [3,3]) // runs of 2 and 1
 */
export function modelGroups(rated: readonly RatedModel[]): ModelGroup[] {
  const groups: { models: RatedModel[]; start: number }[] = [];
  for (const [index, model] of rated.entries()) {
    const run = groups.at(-1);
    const head = run?.models[0];
    if (run !== undefined && head !== undefined && index + 1 <= head.rank[1] && run.start + 1 >= model.rank[0])
      run.models.push(model);
    else groups.push({ models: [model], start: index });
  }
  return groups;
}

/**
 * Decimals for the ratings of a board: whole points when the typical (median) standard error is a point or more, else one decimal.
 * One number for the whole board, so that a column of ratings lines up.
 */
export function ratingDigits(rated: readonly RatedModel[]): 0 | 1 {
  const errors = rated.map((model) => model.stdErr).sort((a, b) => a - b);
  const median = errors[Math.floor(errors.length / 2)];
  return median === undefined || median >= 1 ? 0 : 1;
}

function isRated(model: BoardModel): model is RatedModel {
  return (
    model.rating !== null &&
    model.stdErr !== null &&
    model.lower !== null &&
    model.upper !== null &&
    model.rank !== null &&
    Number.isFinite(model.rating)
  );
}
