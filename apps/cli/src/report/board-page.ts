import type { Board, BoardPair } from '@agon/boards';
import { boardFacts, boardSections } from './board-sections.ts';
import { pageDocument } from './document.ts';
import { html } from './html.ts';
import { markedVerdict } from './marked-verdict.ts';

export interface BoardPageOptions {
  readonly board: Board;
  readonly pairs: readonly BoardPair[];
  /** What the board is about, above the verdict. */
  readonly title: string;
  /** What it was made from: file names, a ledger head. */
  readonly generatedFrom: string;
  /** The command that makes the page again. */
  readonly command: string;
}

/** Longer verdicts are set smaller: they name many models and are read, not glanced at. */
const longVerdict = 110;

/** A board as one self-contained page: verdict, plots, tables and method, fit for a screen, a phone and a printed paper. */
export function boardPage({ board, pairs, title, generatedFrom, command }: BoardPageOptions): string {
  const { text } = board.verdict;
  const head = html`<header><p class="kicker">${title}</p><h1${text.length > longVerdict ? html` class="long"` : null}>${markedVerdict(board.verdict)}</h1>${boardFacts(board)}</header>\n`;
  const origin = { algorithm: board.algorithm, generatedFrom, command };
  return pageDocument(title, origin, [head, boardSections(board, pairs, { level: 2, prefix: '' })]);
}
