import type { BattleView } from '@agon/api';
import { ArenaRefused, ArenaUnreachable } from '@agon/api/client';
import type { Random } from '@agon/rating';
import { outcomes } from '@agon/votes';
import { createVisitor, type Visitor } from '../harness/visitor.ts';

type Receipt = NonNullable<BattleView['turns'][number]['vote']>['receipt'];

/** One thing that a voter asked for, and what the server said to it. */
export interface Deed {
  readonly kind: 'vote' | 'undo';
  readonly outcome: string | null;
  /** Null while nothing was said: then it may have happened or not. */
  acknowledged: { readonly moment: number; readonly receipt: Receipt | null } | null;
}

/** A battle with all that its voter did, in order. */
export interface VotedBattle {
  readonly id: string;
  readonly visitor: Visitor;
  /** When the server had said that it is there. */
  readonly moment: number;
  readonly deeds: Deed[];
}

/** Somebody who goes on voting until the server is gone. */
export interface CrashVoterOptions {
  readonly url: () => string;
  readonly random: Random;
  /** Every battle is noted here as soon as the voter knows of it. */
  readonly battles: VotedBattle[];
  /** How much has happened so far; noted when an answer arrives. */
  readonly moment: () => number;
  readonly isOver: () => boolean;
}

/** Starts battles, votes, takes back a third of the votes and votes again, until it is over or the server is gone. */
export async function voteOn({ url, random, battles, moment, isOver }: CrashVoterOptions): Promise<void> {
  const visitor = createVisitor(url);
  try {
    await visitor.consent();
    while (!isOver()) {
      const { id } = await visitor.call('startBattle', { body: { prompt: 'Which is better?' } });
      const battle: VotedBattle = { id, visitor, moment: moment(), deeds: [] };
      battles.push(battle);
      const view = await visitor.follow(id, ({ phase }) => phase === 'voting');
      await vote(battle, view.voteToken, { random, moment });
      if (random.uniform() < 0.33) {
        const undone = await deed(battle, { kind: 'undo', moment });
        await vote(battle, undone.voteToken, { random, moment });
      }
    }
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function vote(
  battle: VotedBattle,
  token: string | null,
  { random, moment }: Pick<CrashVoterOptions, 'random' | 'moment'>,
): Promise<BattleView> {
  const outcome = outcomes[Math.floor(4 * random.uniform())] ?? 'tie';
  return deed(battle, { kind: 'vote', body: { token: token ?? '', outcome }, moment });
}

async function deed(
  { id, visitor, deeds }: VotedBattle,
  asked:
    | { readonly kind: 'undo'; readonly moment: () => number }
    | {
        readonly kind: 'vote';
        readonly body: { token: string; outcome: (typeof outcomes)[number] };
        readonly moment: () => number;
      },
): Promise<BattleView> {
  const params = { battle: id };
  const done: Deed = {
    kind: asked.kind,
    outcome: asked.kind === 'vote' ? asked.body.outcome : null,
    acknowledged: null,
  };
  deeds.push(done);
  const view =
    asked.kind === 'vote'
      ? await visitor.call('castVote', { params, body: asked.body })
      : await visitor.call('undoVote', { params });
  done.acknowledged = { moment: asked.moment(), receipt: view.turns[0]?.vote?.receipt ?? null };
  return view;
}

/** Whether the server is gone or going, and not wrong. */
function isGone(error: unknown): boolean {
  if (error instanceof ArenaRefused) return error.problem.code === 'shutting-down';
  if (error instanceof ArenaUnreachable || error instanceof TypeError) return true;
  return error instanceof Error && /ended too early/.test(error.message);
}
