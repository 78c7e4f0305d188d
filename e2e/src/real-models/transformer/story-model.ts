import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openTransformer, type Transformer } from './transformer.ts';

/** The two files of the story model, which lie beside a clone or not at all. */
function files(root: string): { checkpoint: string; tokenizer: string } {
  const folder = join(root, '../shared/data/tiny-llm');
  return { checkpoint: join(folder, 'stories260K.bin'), tokenizer: join(folder, 'tok512.bin') };
}

/** True where the story model lies beside the clone at `root`; it is not a part of the project. */
export function hasStoryModel(root: string): boolean {
  return Object.values(files(root)).every((file) => existsSync(file));
}

/**
 * The story model: a transformer of 260,000 weights that tells small stories (Karpathy, TinyStories).
 *
 * @throws {ModelFileBroken}
 */
export async function openStoryModel(root: string): Promise<Transformer> {
  const { checkpoint, tokenizer } = files(root);
  return openTransformer({ checkpoint: await readFile(checkpoint), tokenizer: await readFile(tokenizer) });
}
