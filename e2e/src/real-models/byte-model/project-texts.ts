import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The project's own documents, cut into passages at their headings: the Markdown files of the clone's root and of `docs`, by
 * path, so that the same clone gives the same passages on every machine.
 */
export async function projectTexts(root: string): Promise<readonly string[]> {
  const inDocs = await readdir(join(root, 'docs'), { recursive: true });
  const files = [...(await readdir(root)), ...inDocs.map((file) => join('docs', file))];
  const documents = files.filter((file) => file.endsWith('.md')).sort();
  const texts = await Promise.all(documents.map((file) => readFile(join(root, file), 'utf8')));
  return texts.flatMap((text) => text.split(/\n+(?=#)/)).filter((passage) => passage.trim() !== '');
}
