export { ALGORITHM, POINTS } from './algorithm.ts';
export { InvalidOption, InvalidVotes, NotConnected, NotConverged, NotIdentified, RatingError } from './errors.ts';
export { expectedScores, type PairExpectation } from './fit/expected.ts';
export { type Coefficient, type Fit, type FitOptions, fit } from './fit/fit.ts';
export type { Excluded, ExclusionReason } from './fit/rateable.ts';
export { exp, logistic } from './numbers/exp.ts';
export { log } from './numbers/log.ts';
export { normalQuantile } from './numbers/normal.ts';
export { createRandom, type Random } from './numbers/random.ts';
export { type RankOptions, type RankRange, type RankRule, rankRanges, simultaneousCritical } from './ranks/ranks.ts';
export { type Verdict, type VerdictOptions, verdict } from './ranks/verdict.ts';
export { type SimulateOptions, type Simulation, simulate } from './simulation/simulate.ts';
export { tieModels } from './tie-models/index.ts';
export type { OutcomeProbabilities, TieModel, TieModelName } from './tie-models/tie-model.ts';
export { type Bootstrap, type BootstrapOptions, bootstrap, percentileInterval } from './uncertainty/bootstrap.ts';
export {
  type ClusterBy,
  type Covariance,
  type CovarianceOptions,
  covariance,
  differenceError,
  standardErrors,
} from './uncertainty/covariance.ts';
export { type Concentration, concentration } from './uncertainty/voters.ts';
export { type Covariate, checkVotes, OUTCOME, UNKNOWN, type Votes } from './votes.ts';
