export { contract, type Route } from './contract.ts';
export { type EndpointName, endpoints } from './endpoints.ts';
export { type Problem, type ProblemCode, problemStatus } from './problem.ts';
export {
  type AdminModel,
  type ModelInput,
  modelInputSchema,
  modelSettingsSchema,
  modelStateSchema,
  type Settings,
  settingsSchema,
  type TestResult,
} from './schemas/admin.ts';
export type { BattleEvent, BattleView } from './schemas/battle.ts';
export type { LiveBoard } from './schemas/board.ts';
export type { Arena } from './schemas/visitor.ts';
