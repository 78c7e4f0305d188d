import { type ChatModel, createDemoModel, ModelError, openAiCompatible, type Runtime } from '@agon/llm';
import { SecretLost } from '../secrets/keyring.ts';
import type { Revision, StoredModel } from './model.ts';
import type { ModelsStore } from './models-store.ts';

/** What models answer with. */
export interface RespondOptions {
  readonly models: Pick<ModelsStore, 'keyOf'>;
  readonly runtime: Runtime;
  /** Checks every address that it connects to. */
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>;
}

/** The bare model behind a revision, without queue, retries and budget. One that cannot be asked says why when it is. */
export function respondentOf(
  model: StoredModel,
  revision: Revision,
  { models, runtime, fetch }: RespondOptions,
): ChatModel {
  if (revision.provider === 'demo') return characterOf(revision.providerModel, runtime);
  try {
    const apiKey = models.keyOf(model, revision);
    const endpoint = { baseUrl: revision.baseUrl ?? '', model: revision.providerModel };
    return openAiCompatible({ ...endpoint, ...(apiKey !== null && { apiKey }) }, { fetch, runtime });
  } catch (error) {
    if (error instanceof SecretLost) return refusing(new ModelError('unauthorized', error.message));
    if (error instanceof ModelError) return refusing(error);
    throw error;
  }
}

/** A character that says something else when it is asked again. */
function characterOf(id: string, runtime: Runtime): ChatModel {
  return {
    stream(request, options) {
      const seed = Math.floor(runtime.random() * 2 ** 32);
      return createDemoModel(id, { runtime, seed }).stream(request, options);
    },
  };
}

/** Whether the key of a revision, where it has one, can be read. */
export function hasReadableKey(model: StoredModel, { models }: Pick<RespondOptions, 'models'>): boolean {
  try {
    models.keyOf(model, model.revision);
    return true;
  } catch (error) {
    if (error instanceof SecretLost) return false;
    throw error;
  }
}

function refusing(error: ModelError): ChatModel {
  return {
    async *stream() {
      yield { type: 'error', error };
    },
  };
}
