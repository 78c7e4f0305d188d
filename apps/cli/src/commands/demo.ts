import { board, parseSpec } from '@agon/boards';
import { simulate } from '@agon/rating';
import type { Command } from 'commander';
import { hasColor, type Io, tableWidth } from '../io.ts';
import { boardTable } from '../terminal/board-table.ts';
import { columnsOf } from './simulate.ts';

const VOTES = 100_000;
/** Invented names, so that nobody takes the board for a real one. */
const MODELS = [
  'aldebaran-1',
  'altair-mini',
  'antares-2',
  'arcturus-pro',
  'bellatrix-1',
  'canopus-2-small',
  'capella-1',
  'deneb-3',
  'fomalhaut-1',
  'mirach-large',
  'polaris-2',
  'procyon-1-mini',
  'regulus-3',
  'rigel-1',
  'sirius-2-large',
  'vega-4',
];

/** `agon demo`: simulated votes, a board, and what to do with one's own. */
export function addDemo(program: Command, io: Io): void {
  program
    .command('demo')
    .description('rank simulated votes, to see what a leaderboard looks like')
    .action(() => {
      demo(io);
    });
}

function demo(io: Io): void {
  io.err.write(`Simulating ${VOTES.toLocaleString('en-GB')} votes between ${MODELS.length} invented models …\n`);
  const simulation = simulate({
    models: MODELS,
    votes: VOTES,
    seed: 7,
    voters: 20_000,
    taste: 0.5,
    position: 0.08,
    style: { length: 0.3, headers: 0, lists: 0.1, bold: 0.05 },
  });
  const controls = ['length', 'headers', 'lists', 'bold', 'position'].map((name) => ({ name }));
  io.err.write('Ranking them, with length, formatting and position taken out …\n');
  const made = board(columnsOf(simulation), parseSpec({ controls }));
  io.out.write(`${boardTable(made, { width: tableWidth(io), color: hasColor(io) })}\n`);
  io.out.write(NEXT_STEPS);
}

const NEXT_STEPS = `
These votes are invented. Rank your own:
  npx agon rank votes.csv                      columns model_a, model_b, outcome, voter
  npx agon rank votes.csv --html board.html    the same as a page with plots
  npx agon rank table.csv --columns model_a=left,model_b=right,outcome=winner
  npx agon simulate --out votes.csv            a file to try it with
  npx agon help rank                           everything else
`;
