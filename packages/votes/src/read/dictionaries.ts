import type { Outcome } from '../record.ts';
import { Dictionary } from './dictionary.ts';
import { outcomeReader } from './outcome-words.ts';

/** The fields of a vote that are coded strings. */
export const codedFields = ['voter', 'battle', 'prompt', 'language', 'tags'] as const;

/** One of {@link codedFields}. */
export type CodedField = (typeof codedFields)[number];

/** The dictionaries of a reading, shared by all its sources. */
export class Dictionaries {
  readonly models = new Dictionary();
  readonly words = new Dictionary();
  readonly coded: Readonly<Record<CodedField, Dictionary>> = {
    voter: new Dictionary(),
    battle: new Dictionary(),
    prompt: new Dictionary(),
    language: new Dictionary(),
    tags: new Dictionary(),
  };
  readonly #labels = new Map<string, Dictionary>();
  readonly #readOutcome: (word: string) => number;
  /** The outcome of each word, by its code. */
  readonly #outcomeOfWord: number[] = [];

  constructor(words: Readonly<Record<string, Outcome>> | undefined) {
    this.#readOutcome = outcomeReader(words);
  }

  label(column: string): Dictionary {
    const known = this.#labels.get(column);
    if (known) return known;
    const made = new Dictionary();
    this.#labels.set(column, made);
    return made;
  }

  /** The outcomes of all words so far: each word is looked up once, not once a row. */
  outcomeOfWord(): readonly number[] {
    for (let word = this.#outcomeOfWord.length; word < this.words.names.length; word++) {
      this.#outcomeOfWord.push(this.#readOutcome(this.words.names[word]));
    }
    return this.#outcomeOfWord;
  }

  /** Forgets all strings. Codes given before mean nothing after. */
  clear(): void {
    for (const dictionary of [this.models, this.words, ...Object.values(this.coded), ...this.#labels.values()]) {
      dictionary.clear();
    }
    this.#outcomeOfWord.length = 0;
  }
}
