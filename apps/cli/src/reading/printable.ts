// Bidirectional overrides, embeddings and isolates, line and paragraph separators, and the marks that hide text: a model name could
// use them to reorder or blank what stands beside it.
const hidden = /[\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u061c\ufeff\ufff9-\ufffb]/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point.
const controls = /[\u0000-\u001f\u007f-\u009f]/gu;

/**
 * Text from data made safe to print: control characters (so every ANSI escape) become visible pictures, characters that reorder or
 * hide text become `�`. What is left moves no cursor and starts no line.
 *
 * @example printable('\u001b[31mred') // '␛[31mred'
 */
export function printable(text: string): string {
  return text.toWellFormed().replace(controls, picture).replace(hidden, '\ufffd');
}

function picture(character: string): string {
  const code = character.charCodeAt(0);
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? '\u2421' : '\ufffd';
}
