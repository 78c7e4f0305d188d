import { plain } from './plain.ts';

/**
 * The words of a name, in plain letters: cut at spaces and signs, between letters and digits, and at inner capitals, because there
 * writers put spaces and hyphens as they like ("ChatGPT", "Chat-GPT", "chat gpt 4").
 *
 * @example pieces('ChatGPT-4o') // ['chat', 'gpt', '4', 'o']
 */
export function pieces(name: string): readonly string[] {
  const cut = name
    .normalize('NFC')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\p{Nd})/gu, '$1 $2')
    .replace(/(\p{Nd})(\p{L})/gu, '$1 $2');
  return plain(cut)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((piece) => piece !== '');
}
