import type { BoardPair } from '@agon/boards';
import { boardFacts, boardSections } from './board-sections.ts';
import { pageDocument } from './document.ts';
import { html } from './html.ts';
import { markedVerdict } from './marked-verdict.ts';
import { overviewTable, type SlicedBoard } from './overview.ts';

export interface BoardsPageOptions {
  /** What the votes were sliced by: `language`, a label. */
  readonly by: string;
  readonly boards: readonly (SlicedBoard & { readonly pairs: readonly BoardPair[] })[];
  readonly title: string;
  /** What the boards were made from: file names, a ledger head. */
  readonly generatedFrom: string;
  /** The command that makes the page again. */
  readonly command: string;
}

/** Several boards of one record of votes as one self-contained page: contents, an overview of all, then each board whole. */
export function boardsPage({ by, boards, title, generatedFrom, command }: BoardsPageOptions): string {
  // Numbers, not the values themselves: a value may hold anything, an identifier may not.
  const items = boards.map(({ value }, index) => html`<li><a href="#board-${index + 1}"><bdi>${value}</bdi></a></li>`);
  const articles = boards.map(({ value, board, pairs }, index) => {
    const id = `board-${index + 1}`;
    return html`<article id="${id}" aria-labelledby="${id}-title"><h2 id="${id}-title">${by}: <bdi>${value}</bdi></h2><p class="verdict">${markedVerdict(board.verdict)}</p>${boardFacts(board)}${boardSections(board, pairs, { level: 3, prefix: `${id}-` })}</article>\n`;
  });
  const head = html`<header><h1>${title}</h1><nav aria-label="Boards"><ul class="contents">${items}</ul></nav></header>
<section aria-labelledby="overview-title"><h2 id="overview-title">All at a glance</h2>${overviewTable(by, boards)}</section>\n`;
  const algorithm = boards[0]?.board.algorithm ?? 'unknown';
  return pageDocument(title, { algorithm, generatedFrom, command }, [head, articles]);
}
