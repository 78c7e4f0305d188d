import { startTestArena, type TestArena, twoModels } from './arena.ts';
import { type Provider, startProvider } from './provider.ts';

/** The real server with two models, `amber` and `jade`, that a test scripts. */
export interface ScriptedArena extends TestArena {
  readonly provider: Provider;
}

/** Starts a provider, and an arena whose models it answers for. */
export async function startScriptedArena(options: { readonly hasPages?: boolean } = {}): Promise<ScriptedArena> {
  const provider = await startProvider();
  for (const model of ['amber', 'jade']) provider.script(model, { text: 'No script was given.' });
  const arena = await startTestArena({ ...options, models: twoModels(provider.baseUrl) });
  return {
    ...arena,
    provider,
    async close() {
      await arena.close();
      await provider.close();
    },
  };
}
