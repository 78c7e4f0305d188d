import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A page of the documentation. */
export interface Page {
  /** From the folder of the project, with `/`. */
  readonly path: string;
  readonly text: string;
}

const atRoot = ['README.md', 'CONTRIBUTING.md', 'GLOSSARY.md', 'CHANGELOG.md'];

/** Every page: those at the root, and all of `docs`. */
export function pages(): Page[] {
  const inDocs = readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => `docs/${path.split(sep).join('/')}`)
    .sort();
  return [...atRoot, ...inDocs].map(page);
}

/** One page by its path from the folder of the project. */
export function page(path: string): Page {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}
