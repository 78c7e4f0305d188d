import type { AdminModel } from '@agon/api';

/** Models as the list shows them: those that are drawn, active ones that are not, paused, resting demo characters, retired; newest last. */
export function inListOrder(models: readonly AdminModel[]): readonly AdminModel[] {
  return models.toSorted((x, y) => placeOf(x) - placeOf(y));
}

function placeOf({ state, drawn, source }: AdminModel): number {
  if (state === 'retired') return 4;
  if (state === 'active' && drawn) return 0;
  if (source === 'demo') return 3;
  return state === 'active' ? 1 : 2;
}
