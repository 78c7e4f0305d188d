import { startTestArena, twoModels } from '../harness/arena.ts';

// Serves an arena on a data folder, with the two models of a provider elsewhere; the first line of output is its address.
const [, , folder, baseUrl] = process.argv;
if (folder === undefined || baseUrl === undefined) {
  throw new Error('Give the data folder, and the address of the provider that answers.');
}
const { url } = await startTestArena({ folder, models: twoModels(baseUrl) });
process.stdout.write(`${url}\n`);
