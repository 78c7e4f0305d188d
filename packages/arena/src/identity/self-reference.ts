import { type SelfSpeech, selfSpeech } from './phrases.ts';

/** The sentence around an alias, in plain letters. */
export interface Surroundings {
  /** The sentence up to the alias. */
  readonly left: string;
  /** The sentence after it, as far as it is looked at. */
  readonly right: string;
  /** Whether the sentence opens the answer. */
  readonly opensAnswer: boolean;
}

/** Whether what stands before an alias makes it a claim, whatever follows. */
export function isClaimBefore(left: string): boolean {
  return rules.some(({ before }) => before.test(left));
}

/** Whether an alias is a claim: "I am X", "made by X" said of oneself, "as X, I", "X made me". */
export function isClaim({ left, right }: Surroundings): boolean {
  if (isClaimBefore(left)) return true;
  if (INTRODUCES.test(left) && SPEAKS.test(right)) return true;
  return rules.some((rule) => rule.after.test(right) || (rule.as.test(left) && rule.afterAs.test(right)));
}

/** Whether the sentence speaks of the speaker as a model, so that a bare name in it tells too. */
export function isSelfReferential({ left, right, opensAnswer }: Surroundings): boolean {
  // An answer that opens with a bare name is signed: "Claude: …", "GPT-4."
  if (opensAnswer && NOTHING.test(left) && SIGNED.test(right)) return true;
  const sentence = `${left} \u0000 ${right}`;
  return FIRST_PERSON.test(sentence) && MODEL_WORDS.test(sentence);
}

const NOTHING = /^[^\p{L}\p{N}]*$/u;
const SIGNED = /^[^\p{L}\p{N}]*$|^\s*:/u;
const INTRODUCES = /^[^\p{L}]*(?:(?:hi|hello|hey|greetings)[\s,]*)?$/u;
const SPEAKS = /^,? (?:here|speaking)(?![\p{L}\p{N}])/u;

/** Whole words of scripts with spaces, or any of `unspaced` wherever it stands. */
const word = (words: string, unspaced: string) =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])|${unspaced}`, 'u');
const FIRST_PERSON = word(
  "i|i'm|i've|i'll|i'd|me|my|myself|mi|mis|yo|je|j'ai|mon|ma|mes|ich|mein|meine|meiner|meinem|mir|mich|eu|meu|minha|io|mio|mia|я|мои|моя|انا|لدي",
  '我',
);
const MODEL_WORDS = word(
  'model|models|assistant|ai|chatbot|trained|training|llm|knowledge cutoff|cutoff|system prompt|creators?|developers?|' +
    'modelo|modelos|asistente|ia|entrenado|entrenamiento|modele|modeles|entraine|entrainement|modell|modelle|sprachmodell|trainiert|training|' +
    'assistente|treinado|modello|addestrato|модель|модели|نموذج|مساعد|تدريبي',
  '模型|训练|助手|人工智能',
);

interface Rule {
  readonly before: RegExp;
  readonly as: RegExp;
  readonly afterAs: RegExp;
  readonly after: RegExp;
}

const BETWEEN = '[\\s,"\'“”«»()\\[\\]:\\u2026/-]*';

function ruleOf({ openers, filler, as, afterAs, after, spaced }: SelfSpeech): Rule {
  const border = spaced ? '(?<![\\p{L}\\p{N}])' : '';
  const end = spaced ? '(?![\\p{L}\\p{N}])' : '';
  const words = filler.split(' ').map(escaped).join('|');
  const fill = `${BETWEEN}(?:(?:${words})${end}${BETWEEN})*$`;
  return {
    before: new RegExp(`${border}(?:${openers})${end}${fill}`, 'u'),
    as: new RegExp(`${border}(?:${as})${end}${fill}`, 'u'),
    afterAs: new RegExp(`^${BETWEEN}(?:(?:${words})${end}${BETWEEN}){0,6}(?:${afterAs})${end}`, 'u'),
    after: new RegExp(`^(?:${after})${end}`, 'u'),
  };
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

const rules: readonly Rule[] = selfSpeech.map(ruleOf);
