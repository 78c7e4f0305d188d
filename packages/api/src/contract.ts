import { z } from 'zod';
import type { EndpointName } from './endpoints.ts';
import type { ProblemCode } from './problem.ts';
import {
  adminModelSchema,
  discoveredSchema,
  modelInputSchema,
  modelStateSchema,
  settingsSchema,
  settingsViewSchema,
  testResultSchema,
} from './schemas/admin.ts';
import { askSchema, battleEventSchema, battleViewSchema, castVoteSchema, feedbackSchema } from './schemas/battle.ts';
import { liveBoardSchema } from './schemas/board.ts';
import { checkpointSchema, leafSchema } from './schemas/ledger.ts';
import { arenaSchema, consentSchema, preferencesSchema } from './schemas/visitor.ts';

/** What one call takes and gives. */
export interface Route {
  readonly summary: string;
  readonly tag: 'arena' | 'battles' | 'board' | 'ledger' | 'admin' | 'operation';
  readonly params?: z.ZodObject;
  readonly body?: z.ZodType;
  readonly response: z.ZodType;
  /** Status of success; 200 unless said. */
  readonly status?: 201;
  /** Whether `response` is one event of a stream (`text/event-stream`) instead of a JSON body. */
  readonly isStream?: true;
  /** Refusals that this call can answer with, beside those that any call can. */
  readonly refusals: readonly ProblemCode[];
}

const ofBattle = z.object({ battle: z.string().min(1) });
const ofModel = z.object({ model: z.uuid() });
const nothing = z.object({});
const admin = ['admin-required'] as const;

/** The HTTP contract: the server mounts it, OpenAPI is written from it, the client's types follow it. */
export const contract = {
  arena: {
    tag: 'arena',
    summary: 'What can be asked here, under which limits, and what is known of this visitor.',
    response: arenaSchema,
    refusals: [],
  },
  setConsent: {
    tag: 'arena',
    summary: 'Say what may be done with the texts of the conversations that follow.',
    body: consentSchema,
    response: arenaSchema,
    refusals: [],
  },
  setPreferences: {
    tag: 'arena',
    summary: 'Say how the page should behave for this visitor.',
    body: preferencesSchema,
    response: arenaSchema,
    refusals: [],
  },
  startBattle: {
    tag: 'battles',
    summary: 'Ask a question: the server draws two hidden models and both begin to answer.',
    body: askSchema,
    response: battleViewSchema,
    status: 201,
    refusals: [
      'prompt-empty',
      'prompt-too-long',
      'consent-needed',
      'rate-limited',
      'budget-spent',
      'not-enough-models',
      'shutting-down',
    ],
  },
  battle: {
    tag: 'battles',
    summary: 'One battle of this visitor as it stands.',
    params: ofBattle,
    response: battleViewSchema,
    refusals: ['battle-not-found'],
  },
  battleEvents: {
    tag: 'battles',
    summary: 'What happens in a battle, as numbered server-sent events; resumes after `Last-Event-ID`.',
    params: ofBattle,
    response: battleEventSchema,
    isStream: true,
    refusals: ['battle-not-found'],
  },
  ask: {
    tag: 'battles',
    summary: 'Ask the next question of a battle. After a vote and before the reveal, names stay hidden.',
    params: ofBattle,
    body: askSchema,
    response: battleViewSchema,
    status: 201,
    refusals: [
      'battle-not-found',
      'battle-busy',
      'battle-void',
      'turns-exhausted',
      'prompt-empty',
      'prompt-too-long',
      'budget-spent',
      'shutting-down',
    ],
  },
  showWhenFinished: {
    tag: 'battles',
    summary: 'Hold the answers under way until both are complete, and show them at once.',
    params: ofBattle,
    response: battleViewSchema,
    refusals: ['battle-not-found', 'nothing-to-hold'],
  },
  stop: {
    tag: 'battles',
    summary: 'Stop both answers. The turn ends without a vote.',
    params: ofBattle,
    response: battleViewSchema,
    refusals: ['battle-not-found', 'nothing-to-stop'],
  },
  regenerate: {
    tag: 'battles',
    summary: 'Ask both models again for the current turn; the earlier answers are kept.',
    params: ofBattle,
    response: battleViewSchema,
    refusals: ['battle-not-found', 'battle-busy', 'battle-closed', 'battle-void', 'budget-spent', 'shutting-down'],
  },
  retry: {
    tag: 'battles',
    summary: 'Ask the side that failed again.',
    params: ofBattle,
    response: battleViewSchema,
    refusals: ['battle-not-found', 'nothing-to-retry', 'battle-void', 'budget-spent', 'shutting-down'],
  },
  castVote: {
    tag: 'battles',
    summary: 'Vote on the current turn with its single-use token. The vote is a leaf of the ledger when this returns.',
    params: ofBattle,
    body: castVoteSchema,
    response: battleViewSchema,
    status: 201,
    refusals: [
      'battle-not-found',
      'vote-forged',
      'vote-foreign',
      'vote-early',
      'vote-double',
      'vote-replayed',
      'vote-late',
      'battle-void',
    ],
  },
  setFeedback: {
    tag: 'battles',
    summary: 'Say why: reasons for each side and a comment.',
    params: ofBattle,
    body: feedbackSchema,
    response: battleViewSchema,
    refusals: ['battle-not-found', 'not-voted'],
  },
  undoVote: {
    tag: 'battles',
    summary: 'Take the vote back before the names appear. A fresh token comes with the answer.',
    params: ofBattle,
    response: battleViewSchema,
    refusals: ['battle-not-found', 'nothing-to-undo', 'undo-too-late'],
  },
  reveal: {
    tag: 'battles',
    summary: 'Show the names now.',
    params: ofBattle,
    response: battleViewSchema,
    refusals: ['battle-not-found', 'not-revealable'],
  },
  board: {
    tag: 'board',
    summary: 'The live board.',
    response: liveBoardSchema,
    refusals: [],
  },
  checkpoint: {
    tag: 'ledger',
    summary: 'The newest signed checkpoint of the ledger.',
    response: checkpointSchema,
    refusals: [],
  },
  leaf: {
    tag: 'ledger',
    summary: 'One leaf of the ledger and the proof that the newest checkpoint contains it.',
    params: z.object({ index: z.coerce.number().int().min(0) }),
    response: leafSchema,
    refusals: ['leaf-not-found'],
  },
  openAdminSession: {
    tag: 'admin',
    summary: 'Open a session of the admin with the one-time link that the server printed.',
    body: z.object({ link: z.string().min(1) }),
    response: z.object({ expiresAt: z.number() }),
    refusals: ['link-invalid'],
  },
  adminSession: {
    tag: 'admin',
    summary: 'Whether a session of the admin is open here.',
    response: z.object({ expiresAt: z.number() }),
    refusals: admin,
  },
  closeAdminSession: {
    tag: 'admin',
    summary: 'End the session of the admin.',
    response: nothing,
    refusals: admin,
  },
  adminModels: {
    tag: 'admin',
    summary: 'All models with their health and spending. Keys are never sent.',
    response: z.array(adminModelSchema),
    refusals: admin,
  },
  addModel: {
    tag: 'admin',
    summary: 'Add a model.',
    body: modelInputSchema,
    response: adminModelSchema,
    status: 201,
    refusals: [...admin, 'model-exists', 'address-refused'],
  },
  editModel: {
    tag: 'admin',
    summary: 'Change a model. What changes who answers becomes a new revision.',
    params: ofModel,
    body: modelInputSchema,
    response: adminModelSchema,
    refusals: [...admin, 'model-not-found', 'model-exists', 'model-from-config', 'address-refused'],
  },
  setModelState: {
    tag: 'admin',
    summary: 'Pause, resume or retire a model.',
    params: ofModel,
    body: z.object({ state: modelStateSchema }),
    response: adminModelSchema,
    refusals: [...admin, 'model-not-found', 'model-from-config'],
  },
  testModel: {
    tag: 'admin',
    summary: 'Let a model say hi: latency, tokens, cost, or the error.',
    params: ofModel,
    response: testResultSchema,
    refusals: [...admin, 'model-not-found'],
  },
  testNewModel: {
    tag: 'admin',
    summary: 'Let a model that is not saved yet say hi.',
    body: modelInputSchema,
    response: testResultSchema,
    refusals: [...admin, 'address-refused'],
  },
  discover: {
    tag: 'admin',
    summary: 'Model servers found on this machine.',
    response: discoveredSchema,
    refusals: admin,
  },
  settings: {
    tag: 'admin',
    summary: 'Settings of the arena.',
    response: settingsViewSchema,
    refusals: admin,
  },
  setSettings: {
    tag: 'admin',
    summary: 'Change the settings of the arena. A new policy is a leaf of the ledger.',
    body: settingsSchema,
    response: settingsViewSchema,
    refusals: admin,
  },
  health: {
    tag: 'operation',
    summary: 'Whether the server and its database work.',
    response: z.object({ status: z.literal('ok'), version: z.string(), uptimeSeconds: z.number() }),
    refusals: ['shutting-down'],
  },
} as const satisfies Record<EndpointName, Route>;
