/** Fenced code, code spans, and everything between them. */
const codeOrText =
  /(^ {0,3}(`{3,}|~{3,})[^\n]*\n[\s\S]*?(?:^ {0,3}\2[`~]*\s*$|$(?![\s\S]))|(`+)(?!`)[\s\S]*?[^`]\3(?!`))/gm;

/** `$$…$$` that has its lines to itself: the parser takes it for display only with the dollars on lines of their own. */
const ownLines = /^([ \t]*)\$\$((?:(?!\$\$|\n[ \t]*\n)[\s\S])+)\$\$[ \t]*$/gm;

/**
 * Writes every kind of maths that models use (`\(x\)`, `\[x\]`, `$x$`) in the one form that the parser is told to know, `$$x$$`.
 * A single dollar counts only as pandoc has it: no space inside, no digit after it. So prices stay prices. Code stays as it is.
 */
export function normaliseMaths(markdown: string): string {
  let result = '';
  let from = 0;
  for (const match of markdown.matchAll(codeOrText)) {
    result += inText(markdown.slice(from, match.index)) + match[0];
    from = match.index + match[0].length;
  }
  return result + inText(markdown.slice(from));
}

function inText(text: string): string {
  return text
    .replace(ownLines, (_, indent: string, maths: string) => `${indent}$$\n${indent}${maths.trim()}\n${indent}$$`)
    .replace(/\\\[([\s\S]+?)\\\]/g, (_, maths: string) => `\n$$\n${maths.trim()}\n$$\n`)
    .replace(/\\\(([\s\S]+?)\\\)/g, (_, maths: string) => `$$${maths.trim()}$$`)
    .replace(/(?<![\\$\w])\$(?![\s$])((?:\\.|[^\\$\n])*?(?:\\.|[^\s\\$]))\$(?![\d$])/g, '$$$$$1$$$$');
}

/** Whether a text has maths after {@link normaliseMaths}, so that the typesetter must be fetched. */
export function hasMaths(markdown: string): boolean {
  return markdown.includes('$$');
}
