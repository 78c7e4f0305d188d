import { bradleyTerry } from './bradley-terry.ts';
import { davidson } from './davidson.ts';
import { groundedRaoKupper } from './grounded-rao-kupper.ts';
import { raoKupper } from './rao-kupper.ts';
import type { TieModel, TieModelName } from './tie-model.ts';

/** The tie models by name. */
export const tieModels: Readonly<Record<TieModelName, TieModel>> = {
  'bradley-terry': bradleyTerry,
  davidson,
  'rao-kupper': raoKupper,
  'grounded-rao-kupper': groundedRaoKupper,
};
