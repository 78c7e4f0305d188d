import { type ArenaOptions, modelsNamed, startTestArena, type TestArena } from '../harness/arena.ts';
import { type RealModels, startRealModels } from '../real-models/index.ts';

/** An arena whose models are real ones. */
export interface RealArena {
  readonly arena: TestArena;
  readonly models: RealModels;
  close(): Promise<void>;
}

/** Trains the models, serves them, and opens an arena in which they meet. `answerTokens`: the longest answer; a token is one byte. */
export async function startRealArena({
  answerTokens,
  ...options
}: { readonly answerTokens: number } & Pick<ArenaOptions, 'hasPages' | 'port'>): Promise<RealArena> {
  const models = await startRealModels();
  const names = models.models.map(({ name }) => name);
  const arena = await startTestArena({
    ...options,
    models: modelsNamed(names, models.baseUrl),
    apiKey: models.apiKey,
    settings: { maxOutputTokens: answerTokens },
  });
  const close = async () => {
    await arena.close();
    await models.close();
  };
  return { arena, models, close };
}
