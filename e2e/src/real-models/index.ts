export { createJudgeVoter } from './judge-voter.ts';
export { DEGREES, type RealModels, type RealModelsOptions, startRealModels } from './start.ts';
