/** Markup that is safe to put into a page: made by {@link html} or {@link raw}, never from a plain string by accident. */
export interface Html {
  readonly markup: string;
}

/** What a template takes: text and numbers are escaped, markup and lists of it stand as they are, nothing adds nothing. */
export type HtmlValue = string | number | Html | null | undefined | readonly HtmlValue[];

/**
 * A template for markup in which every interpolated string is escaped, in text and in quoted attributes alike.
 *
 * @example html`<b title="${'"'}">${'<i>'}</b>`.markup // '<b title="&quot;">&lt;i&gt;</b>'
 */
export function html(parts: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  return { markup: parts.map((part, index) => part + render(values[index])).join('') };
}

/** Markup from a string that this program wrote itself (a style sheet, a script); never from data. */
export function raw(markup: string): Html {
  return { markup };
}

/** Text with every character that means something in markup, reorders its neighbours or cannot stand in a page replaced. */
export function escapeHtml(text: string): string {
  return text.toWellFormed().replace(special, (character) => references[character] ?? '\ufffd');
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

// Beside the markup characters: controls but tab and newline, and bidirectional overrides and isolates, which would let a name
// rearrange the text around it.
const special =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding control characters is the point.
  /[&<>"'`\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/gu;

function render(value: HtmlValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return isList(value) ? value.map(render).join('') : value.markup;
}

function isList(value: Html | readonly HtmlValue[]): value is readonly HtmlValue[] {
  return Array.isArray(value);
}
