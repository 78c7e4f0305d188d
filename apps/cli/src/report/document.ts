import { createHash } from 'node:crypto';
import { type Html, type HtmlValue, html, raw } from './html.ts';
import { pageScript } from './script.ts';
import { pageStyle } from './style.ts';

/** Where a page comes from, for its foot. */
export interface Origin {
  /** Version of the rating algorithm. */
  readonly algorithm: string;
  /** What the boards were made from: file names, a ledger head. */
  readonly generatedFrom: string;
  /** The command that makes the page again. */
  readonly command: string;
}

/** A whole page that needs nothing but itself: no network, no other file. Only its own style and script may run. */
export function pageDocument(title: string, origin: Origin, content: HtmlValue): string {
  return html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark"><title>${title}</title><link rel="icon" href="data:,"><style>${raw(pageStyle)}</style></head>
<body><a class="skip" href="#main">Skip to the board</a><div class="page"><main id="main">
${content}</main>
${foot(origin)}</div><script>${raw(pageScript)}</script></body></html>
`.markup;
}

const policy = [
  "default-src 'none'",
  `style-src ${hashOf(pageStyle)}`,
  `script-src ${hashOf(pageScript)}`,
  // The empty icon, so that the browser asks nobody for one.
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

function foot({ algorithm, generatedFrom, command }: Origin): Html {
  return html`<footer><p>Made from ${generatedFrom} with Agon, rating algorithm ${algorithm}. The same votes and the same specification give the same numbers, to the last bit.</p><p>Made by <code>${command}</code></p></footer>\n`;
}
