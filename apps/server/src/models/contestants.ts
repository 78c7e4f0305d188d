import type { Settings } from '@agon/api';
import { assemble, type ChatModel, type ChatRequest, costUsd } from '@agon/llm';
import { Refused } from '../http/refused.ts';
import type { SettingsReader } from '../settings/settings.ts';
import type { Conditions, Contestant, DrawCandidate, Lineup } from './lineup.ts';
import { isReal, type Revision, type StoredModel } from './model.ts';
import type { ModelsStore } from './models-store.ts';
import { hasReadableKey, type RespondOptions, respondentOf } from './respond.ts';
import { instanceScope, type Spend, untilNextDayMs } from './spend.ts';

/** What a lineup is made of. */
export interface LineupOptions extends RespondOptions {
  readonly models: ModelsStore;
  readonly settings: SettingsReader;
  readonly spend: Spend;
}

/** English has about four characters a token and most other writing fewer; a model is rather left out than overfilled. */
const charactersPerToken = 3;

/** Names the revision in a request to the model that holds all revisions; the layers between hand on what they do not know. */
const revisionKey = Symbol('revision');

interface TaggedRequest extends ChatRequest {
  readonly [revisionKey]?: string;
}

/** The models of an arena as battles meet them. */
export function createLineup(options: LineupOptions): Lineup {
  const { models, settings, spend, runtime } = options;
  const closing = new AbortController();
  /** By model as it is stored: a change of the model gives a new object, and with it a new entry. */
  const assembled = new WeakMap<StoredModel, ChatModel>();

  function chatOf(model: StoredModel, revision: Revision): ChatModel {
    const shared = assembled.get(model) ?? assembleModel(model, { ...options, budget: spend.budgetOf(model) });
    assembled.set(model, shared);
    return {
      stream: (request, { signal }) =>
        shared.stream(tagged(request, revision.id), { signal: AbortSignal.any([signal, closing.signal]) }),
    };
  }

  async function candidates(characters: number): Promise<readonly DrawCandidate[]> {
    const inputTokens = Math.ceil(characters / charactersPerToken);
    const spent = await spend.today();
    const arena = settings.current().settings;
    return drawnOf(models.all()).map((model) => {
      const { name, weight, revision, price } = model;
      const { maxOutputTokens } = conditionsOf(arena, revision);
      const { contextTokens } = revision.settings;
      const fits = contextTokens === null || inputTokens + maxOutputTokens <= contextTokens;
      const isReady = fits && hasReadableKey(model, options);
      const needUsd = price === null ? 0 : costUsd({ inputTokens, outputTokens: maxOutputTokens }, price);
      const isPaid = price === null || isAffordable(model, { needUsd, spent, arena });
      return { revision: revision.id, name, weight, isReady, canServe: isReady && isPaid };
    });
  }

  function contestantOf(id: string): Contestant | null {
    for (const model of models.all()) {
      const revision = model.revisions.find((each) => each.id === id);
      if (revision === undefined) continue;
      const { name, organisation, license, link, state, aliases, price } = model;
      return {
        ...{ revision: id, modelId: model.id, name, organisation, license, link, state, aliases, price },
        demo: !isReal(model),
        conditions: conditionsOf(settings.current().settings, revision),
        chat: chatOf(model, revision),
      };
    }
    return null;
  }

  return {
    candidates,
    async drawable(characters) {
      const all = await candidates(characters);
      refuseWhenSpent(all, runtime.now());
      return all;
    },

    async contestant(id) {
      const known = contestantOf(id);
      if (known !== null) return known;
      // Another server on this database may have added it.
      await models.refresh();
      const added = contestantOf(id);
      // No refusal, and no word of which: who asks is a battle, and its answer must not tell who is in it.
      if (added === null) throw new Error('A battle names a model that is not in the database.');
      return added;
    },

    everyone: async () => models.all().flatMap(factsOf),
    isDemo: async () => !hasReal(models.all()),
    close: () => closing.abort(),
  };
}

/** Those that are drawn: the active ones, and among them the characters only while there is no real one. */
export function drawnOf(models: readonly StoredModel[]): readonly StoredModel[] {
  const real = hasReal(models);
  return models.filter((model) => model.state === 'active' && isReal(model) === real);
}

function hasReal(models: readonly StoredModel[]): boolean {
  return models.some((model) => model.state === 'active' && isReal(model));
}

/**
 * All revisions of a model behind one queue, so that its cap of answers at a time holds for them together: a battle goes on with the
 * revision that it was drawn with.
 */
function assembleModel(
  model: StoredModel,
  options: RespondOptions & { readonly budget: ReturnType<Spend['budgetOf']> },
): ChatModel {
  const bare = new Map<string, ChatModel>();
  const bareOf = (revision: Revision): ChatModel => {
    const known = bare.get(revision.id) ?? respondentOf(model, revision, options);
    bare.set(revision.id, known);
    return known;
  };
  const any: ChatModel = {
    stream: (request, stream) => {
      const { [revisionKey]: id, ...plain }: TaggedRequest = request;
      return bareOf(model.revisions.find((revision) => revision.id === id) ?? model.revision).stream(plain, stream);
    },
  };
  const { runtime, budget } = options;
  return assemble(any, {
    runtime,
    maxConcurrent: model.concurrency,
    ...(model.price !== null && { budget, price: model.price }),
  });
}

function tagged(request: ChatRequest, revision: string): TaggedRequest {
  return { ...request, [revisionKey]: revision };
}

/** Settings of a revision, and the arena's where it leaves them open. */
export function conditionsOf(arena: Settings, { settings }: Pick<Revision, 'settings'>): Conditions {
  return {
    temperature: settings.temperature ?? arena.temperature,
    maxOutputTokens: settings.maxOutputTokens ?? arena.maxOutputTokens,
    reasoningEffort: settings.reasoningEffort,
    systemPrompt: settings.systemPrompt ?? arena.systemPrompt,
  };
}

function isAffordable(
  model: StoredModel,
  {
    needUsd,
    spent,
    arena,
  }: { readonly needUsd: number; readonly spent: ReadonlyMap<string, number>; readonly arena: Settings },
): boolean {
  const fits = (scope: string, capUsd: number | null) => capUsd === null || (spent.get(scope) ?? 0) + needUsd <= capUsd;
  return fits(instanceScope, arena.dailyCapUsd) && fits(model.id, model.dailyCapUsd);
}

/** @throws {Refused} `budget-spent` where a battle fails for want of money alone */
function refuseWhenSpent(candidates: readonly DrawCandidate[], now: number): void {
  const ready = candidates.filter(({ isReady }) => isReady);
  if (ready.length < 2 || ready.filter(({ canServe }) => canServe).length >= 2) return;
  throw new Refused('budget-spent', "Today's budget for answers is spent; it is renewed at midnight UTC.", {
    retryAfterSeconds: Math.ceil(untilNextDayMs(now) / 1_000),
  });
}

function factsOf(model: StoredModel) {
  const { name, organisation, license, link, state, aliases } = model;
  const facts = { name, organisation, license, link, state, aliases, demo: !isReal(model) };
  return model.revisions.map(
    ({ id }): Omit<Contestant, 'modelId' | 'conditions' | 'price' | 'chat'> => ({
      revision: id,
      ...facts,
    }),
  );
}
