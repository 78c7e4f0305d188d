import { knownAliases, modelAliases } from '@agon/arena';
import type { Contestant, Lineup } from '../models/lineup.ts';

type Named = Pick<Contestant, 'name' | 'organisation' | 'aliases'>;

/** The names by which models could give themselves away. */
export interface AliasBook {
  of(model: Named): readonly string[];
  /** Those of every model that was ever here, and of well-known ones elsewhere. */
  everyone(lineup: Pick<Lineup, 'everyone'>): Promise<readonly string[]>;
}

/** A book that remembers: guessing the aliases of a model takes milliseconds, and each battle needs those of all. */
export function createAliasBook(): AliasBook {
  const known = knownAliases();
  const pages = new Map<string, readonly string[]>();
  const of = ({ name, organisation, aliases }: Named): readonly string[] => {
    const key = JSON.stringify([name, organisation, aliases]);
    const page = pages.get(key) ?? modelAliases({ name, aliases, ...(organisation !== null && { organisation }) });
    pages.set(key, page);
    return page;
  };
  return {
    of,
    everyone: async (lineup) => [...known, ...(await lineup.everyone()).flatMap(of)],
  };
}
