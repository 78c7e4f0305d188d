import { displayWidth } from '../terminal/display-width.ts';
import { type Html, type HtmlValue, html } from './html.ts';

/** Where a board's sections stand: the level of their headings and what their identifiers begin with. */
export interface Place {
  readonly level: 2 | 3;
  readonly prefix: string;
}

/** A section with a heading, reachable as `#prefix-id`. */
export function section(place: Place, { id, title }: { id: string; title: string }, ...content: HtmlValue[]): Html {
  const anchor = `${place.prefix}${id}`;
  const heading =
    place.level === 2 ? html`<h2 id="${anchor}-title">${title}</h2>` : html`<h3 id="${anchor}-title">${title}</h3>`;
  return html`<section id="${anchor}" aria-labelledby="${anchor}-title">${heading}${content}</section>\n`;
}

/** A heading one level below that of the section it stands in. */
export function subheading({ level }: Place, title: string): Html {
  return level === 2 ? html`<h3>${title}</h3>` : html`<h4>${title}</h4>`;
}

export interface Figure {
  /** Names the figure for those who come to it by keyboard. */
  readonly label: string;
  readonly content: HtmlValue;
  readonly caption: HtmlValue;
  /** A class of the style sheet. */
  readonly look?: 'breakout' | undefined;
}

/** A figure with its caption; what is wider than the page scrolls inside itself and can be scrolled by keyboard. */
export function figure({ label, content, caption, look }: Figure): Html {
  return html`<figure${look === undefined ? null : html` class="${look}"`}><div class="scroll" tabindex="0" role="region" aria-label="${label}">${content}</div><figcaption>${caption}</figcaption></figure>`;
}

/** Names up to this width are not broken in headings. */
const shortName = 28;

/** A model's name in running markup: isolated, so that a right-to-left name leaves its neighbours in place. */
export function modelName(name: string): Html {
  return html`<bdi class="${displayWidth(name) <= shortName ? 'model short' : 'model'}">${name}</bdi>`;
}
