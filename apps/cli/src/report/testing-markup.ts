/** One start tag of a page, with its attributes as written. */
interface Tag {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** What a reading of a page found: its start tags in order, its text, and every place where it is not well formed. */
export interface Markup {
  readonly tags: readonly Tag[];
  readonly text: string;
  readonly faults: readonly string[];
}

const empty = new Set(['meta', 'link', 'input', 'br', 'hr', 'img']);
const shapes = new Set(['rect', 'line', 'circle', 'path']);
const rawText = new Set(['script', 'style']);

/**
 * Reads markup strictly, character by character, far more strictly than a browser: every tag closed in order, every attribute quoted
 * and named once, every `&` the start of a reference. What passes is read in one way only, so that escaping can be tested on it.
 */
export function readMarkup(page: string): Markup {
  const tags: Tag[] = [];
  const faults: string[] = [];
  const open: string[] = [];
  let text = '';
  let at = page.startsWith('<!doctype html>') ? '<!doctype html>'.length : 0;
  while (at < page.length) {
    if (page[at] !== '<') {
      const end = orEnd(page, page.indexOf('<', at));
      const run = page.slice(at, end);
      if (/&(?![a-z]+;|#\d+;)/u.test(run) || run.includes('>'))
        faults.push(`bare character in text: ${run.slice(0, 60)}`);
      text += run;
      at = end;
      continue;
    }
    const end = tagEnd(page, at);
    const source = page.slice(at + 1, end);
    at = end + 1;
    if (source.startsWith('/')) {
      if (open.pop() !== source.slice(1)) faults.push(`</${source.slice(1)}> closes nothing`);
      continue;
    }
    const tag = readTag(source, faults);
    tags.push(tag);
    if (rawText.has(tag.name)) at = page.indexOf(`</${tag.name}>`, at) + tag.name.length + 3;
    else if (!empty.has(tag.name) && !(shapes.has(tag.name) && source.endsWith('/'))) open.push(tag.name);
  }
  return { tags, text, faults: [...faults, ...open.map((name) => `<${name}> is never closed`)] };
}

function tagEnd(page: string, from: number): number {
  let isQuoted = false;
  for (let at = from; at < page.length; at += 1) {
    if (page[at] === '"') isQuoted = !isQuoted;
    else if (page[at] === '>' && !isQuoted) return at;
  }
  return page.length;
}

function readTag(source: string, faults: string[]): Tag {
  const name = /^[a-z][a-z0-9]*/u.exec(source)?.[0] ?? '';
  const attributes = new Map<string, string>();
  let rest = source.slice(name.length).replace(/\/$/u, '');
  while (rest !== '') {
    const found = /^ ([a-zA-Z-]+[0-9]?)(?:="([^"<]*)")?/u.exec(rest);
    const attribute = found?.[1];
    if (found === null || attribute === undefined || attributes.has(attribute)) {
      faults.push(`cannot read <${source.slice(0, 80)}>`);
      break;
    }
    attributes.set(attribute, found[2] ?? '');
    rest = rest.slice(found[0].length);
  }
  return { name, attributes };
}

function orEnd(page: string, index: number): number {
  return index === -1 ? page.length : index;
}
