import type { BattleView } from '@agon/api';

/** Who answered, as the reveal tells it. */
export type RevealedModel = NonNullable<BattleView['reveal']>['a'];

/** What the answers of one side took together; null where nothing is known. */
export interface Effort {
  readonly inputTokens: number | null;
  readonly outputTokens: number | null;
  readonly costUsd: number | null;
  /** Means over the turns. */
  readonly firstTokenMs: number | null;
  readonly durationMs: number | null;
}

/** The answers of the turns that were compared blind; what the open chat took says nothing about the vote. */
export function rankedAnswersOf(
  model: RevealedModel,
  turns: readonly { readonly turn: number; readonly ranked: boolean }[],
): RevealedModel['answers'] {
  return model.answers.filter(({ turn }) => turns.some((each) => each.turn === turn && each.ranked));
}

/** Adds up tokens and cost over the turns, and takes the mean of the times. */
export function effortOf(answers: RevealedModel['answers']): Effort {
  const known = (fact: keyof Effort) => answers.flatMap((answer) => answer[fact] ?? []);
  const sum = (fact: keyof Effort) => {
    const values = known(fact);
    return values.length === 0 ? null : values.reduce((total, value) => total + value, 0);
  };
  const mean = (fact: keyof Effort) => {
    const total = sum(fact);
    return total === null ? null : total / known(fact).length;
  };
  return {
    inputTokens: sum('inputTokens'),
    outputTokens: sum('outputTokens'),
    costUsd: sum('costUsd'),
    firstTokenMs: mean('firstTokenMs'),
    durationMs: mean('durationMs'),
  };
}
