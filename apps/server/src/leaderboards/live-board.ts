import type { LiveBoard } from '@agon/api';
import { type FittedBoard, fittedBoard, NoVotes, parseSpec } from '@agon/boards';
import type { Kysely } from 'kysely';
import type { Schema } from '../database/schema.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Lineup } from '../models/lineup.ts';
import { type RevealedVote, readRevealedVotes } from './revealed-votes.ts';
import { voteColumns } from './vote-columns.ts';

/** The board of all revealed votes, made anew when asked for after a change. */
export interface LiveBoards {
  read(): Promise<LiveBoard>;
  /** The fit behind a board of the last seconds, for the draw of pairs; null while nothing can be rated. */
  fit(): Promise<FittedBoard['fit']>;
  /** Votes, models or names have changed. */
  changed(): void;
}

/** A draw does not need the very newest fit, and a new one costs a pass over all votes. */
const fitKeptMs = 10_000;

/** The default specification: ties as half, both bad as a tie, intervals clustered by voter. */
const spec = parseSpec({});

/** Live boards of the votes in the database. */
export function createLiveBoards({
  db,
  lineup,
  ledger,
  now,
}: {
  readonly db: Kysely<Schema>;
  readonly lineup: Lineup;
  readonly ledger: Pick<Ledger, 'size'>;
  readonly now: () => number;
}): LiveBoards {
  let made: Promise<Made> | null = null;
  let last: Made | null = null;
  /** Readers who come while a board is being made share it. A failure is not kept. */
  const newest = () => {
    made ??= make().catch((error: unknown) => {
      made = null;
      throw error;
    });
    return made;
  };

  async function make(): Promise<Made> {
    const ledgerSize = await ledger.size();
    const everyone = await lineup.everyone();
    const names = new Map(everyone.map(({ revision, name }) => [revision, name]));
    const votes = await readRevealedVotes(db);
    const fitted = fitOf(votes, (revision) => names.get(revision) ?? revision);
    last = {
      fit: fitted?.fit ?? null,
      live: {
        board: fitted?.board ?? null,
        reason: fitted === null ? 'no-votes' : fitted.fit === null ? 'not-connected' : null,
        models: Object.fromEntries(
          shownOf(everyone, votes, await lineup.isDemo()).map(({ name, organisation, license, link, demo, state }) => [
            name,
            { organisation, license, link, demo, state },
          ]),
        ),
        votes: countsOf(votes),
        ledgerSize,
        computedAt: now(),
      },
    };
    return last;
  }

  return {
    read: async () => (await newest()).live,
    async fit() {
      if (last !== null && now() - last.live.computedAt < fitKeptMs) return last.fit;
      return (await newest()).fit;
    },
    changed() {
      made = null;
    },
  };
}

type Everyone = Awaited<ReturnType<Lineup['everyone']>>;

/** Demo characters leave the stage to real models, but for those that have votes. */
function shownOf(everyone: Everyone, votes: readonly RevealedVote[], isDemo: boolean): Everyone {
  const voted = new Set(votes.flatMap(({ revisionA, revisionB }) => [revisionA, revisionB]));
  return everyone.filter(({ demo, revision }) => isDemo || !demo || voted.has(revision));
}

interface Made {
  readonly fit: FittedBoard['fit'];
  readonly live: LiveBoard;
}

function fitOf(votes: readonly RevealedVote[], nameOf: (revision: string) => string): FittedBoard | null {
  // Two revisions of one model cannot be compared with each other on a board that rates the model.
  const comparable = votes.filter(({ revisionA, revisionB }) => nameOf(revisionA) !== nameOf(revisionB));
  if (!comparable.some(({ weight }) => weight > 0)) return null;
  try {
    return fittedBoard(voteColumns(comparable, nameOf), spec);
  } catch (error) {
    if (error instanceof NoVotes) return null;
    throw error;
  }
}

function countsOf(votes: readonly RevealedVote[]): LiveBoard['votes'] {
  const weightless: Record<string, number> = {};
  for (const { weight, weightReasons } of votes) {
    if (weight > 0) continue;
    for (const reason of weightReasons) weightless[reason] = (weightless[reason] ?? 0) + 1;
  }
  return { standing: votes.length, counted: votes.filter(({ weight }) => weight > 0).length, weightless };
}
