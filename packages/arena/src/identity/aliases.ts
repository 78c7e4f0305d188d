import { InvalidInput } from '../errors.ts';
import { makers } from './makers.ts';
import { pieces } from './pieces.ts';

/** What is known of a model's names; all but `name` are the admin's to give. */
export interface ModelNames {
  /** As it is addressed or shown, such as `meta-llama/Llama-3.1-8B-Instruct:free`. */
  readonly name: string;
  readonly organisation?: string;
  readonly family?: string;
  readonly aliases?: readonly string[];
}

/** Words of model names that name no model; alone they never make an alias. */
const GENERIC = new Set(
  (
    'ai assistant base best bot chat chatbot coder code custom default demo dev experimental expert fast flash free gguf hf instant instruct ' +
    'it large latest lite llm local max medium mini mlx model models my nano new old online open plus preview pro prod quick smart reasoner ' +
    'reasoning server slow small team test the thinking tiny turbo ultra user v vision xl awq gptq fp q b m k a chat-model language'
  ).split(' '),
);

/**
 * The names by which a model could give itself away: its own, without address and variant; its family, with and without version; its
 * organisation; for known makers all their names and families, since "made by" and an older sister tell as much; and the admin's own.
 *
 * @throws {InvalidInput} an alias of the admin without two letters or digits
 * @example modelAliases({ name: 'acme/Roadrunner-2-7B-Instruct' }) // ['Roadrunner-2-7B-Instruct', 'acme', 'Roadrunner', 'Roadrunner-2', …]
 */
export function modelAliases({ name, organisation, family, aliases = [] }: ModelNames): readonly string[] {
  aliases.forEach((alias, i) => {
    if (letters(alias).length < 2)
      throw new InvalidInput(`aliases[${i}]`, `"${alias}"`, 'a name of at least two letters or digits');
  });
  const path = name.replace(/:[^/]*$/, '').split('/');
  const own = path.at(-1) ?? name;
  const guessed = [own, ...path.slice(0, -1), ...stems(own), organisation ?? '', family ?? ''].filter(isTelling);
  const known = makers
    .filter((maker) => [...maker.names, ...maker.families].some((each) => guessed.some((guess) => same(each, guess))))
    .flatMap((maker) => [...maker.names, ...maker.families]);
  return unique([...guessed, ...aliases, ...known]);
}

/** Names of all known makers and families: a model that claims falsely to be another is masked too. */
export function knownAliases(): readonly string[] {
  return unique(makers.flatMap(({ names, families }) => [...names, ...families]));
}

/** The leading words of a name up to the first that names no model, and those with the version after them. */
function stems(name: string): readonly string[] {
  const words = name.split(/[\s\-_]+/);
  const end = words.findIndex((word, i) => i > 0 && (/^v?\d/i.test(word) || !isTelling(word)));
  if (end === -1) return [name, ...joinedVersion(name)];
  const stem = words.slice(0, end).join('-');
  const next = words[end] ?? '';
  return [stem, ...joinedVersion(stem), ...(/^v?\d[\d.]*$/i.test(next) ? [`${stem}-${next}`] : [])];
}

/** `Qwen2.5` names Qwen too. */
function joinedVersion(word: string): readonly string[] {
  const stem = word.replace(/[\d.]+$/, '');
  return stem !== word && stem.length > 2 ? [stem] : [];
}

function isTelling(name: string): boolean {
  const parts = pieces(name).filter((piece) => !/^\d+$/.test(piece));
  return letters(name).length >= 2 && parts.some((piece) => !GENERIC.has(piece));
}

function same(one: string, other: string): boolean {
  return letters(one) === letters(other);
}

function letters(name: string): string {
  return pieces(name).join('');
}

function unique(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    // Where a name's words begin decides which spellings it covers, so "OpenAI" and "Openai" are two.
    const key = pieces(name).join(' ');
    if (key !== '' && !seen.has(key)) seen.set(key, name);
  }
  return [...seen.values()];
}
