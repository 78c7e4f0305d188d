import type { BattleView } from '@agon/api';
import { isAnswering } from './battle-state.ts';
import type { KeyAction } from './keys.ts';
import type { Side } from './side.ts';
import type { Commands, Outcome } from './use-commands.ts';
import { useKeys } from './use-keys.ts';

const outcomes: Partial<Record<KeyAction, Outcome>> = {
  'vote-a': 'a',
  'vote-b': 'b',
  'vote-tie': 'tie',
  'vote-both-bad': 'both_bad',
};

/** What the keys of a battle act on. */
export interface BattleKeys {
  readonly view: BattleView | null;
  readonly commands: Commands;
  readonly singleKeys: boolean;
  readonly onVote: (outcome: Outcome) => void;
  readonly onPane: (side: Side) => void;
  readonly onNewBattle: () => void;
  readonly onLegend: () => void;
}

/** Binds the keys of the battle page. A key that means nothing now is left to the browser. */
export function useBattleKeys({ view, commands, singleKeys, onVote, onPane, onNewBattle, onLegend }: BattleKeys): void {
  useKeys((action) => {
    const outcome = outcomes[action];
    if (outcome) return when(view?.phase === 'voting', () => onVote(outcome));
    switch (action) {
      case 'stop':
        return when(view !== null && isAnswering(view), () => void commands.run('stop'));
      case 'regenerate':
        return when(view !== null && canRegenerate(view), () => void commands.run('regenerate'));
      case 'pane-a':
      case 'pane-b':
        return when(view !== null, () => onPane(action === 'pane-a' ? 'a' : 'b'));
      case 'new-battle':
        return when(view?.phase === 'revealed' || view?.phase === 'void', onNewBattle);
      default:
        return when(true, onLegend);
    }
  }, singleKeys);
}

/** Whether both models can be asked again for the current turn. */
export function canRegenerate(view: BattleView): boolean {
  if (view.phase === 'revealed') return view.chat !== 'answering' && view.turns.at(-1)?.ranked === false;
  return view.phase === 'voting' || view.phase === 'stopped' || view.phase === 'failed';
}

function when(holds: boolean, act: () => void): boolean {
  if (holds) act();
  return holds;
}
