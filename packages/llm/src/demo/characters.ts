import { bluffer } from './voices/bluffer.ts';
import { companion } from './voices/companion.ts';
import { laconic } from './voices/laconic.ts';
import { ponderer } from './voices/ponderer.ts';
import { scholar } from './voices/scholar.ts';
import type { Voice } from './voices/voice.ts';

/** A scripted stand-in for a model, labelled as one. */
export interface DemoCharacter {
  readonly id: string;
  /** As shown at the reveal and on boards. */
  readonly name: string;
  /** One sentence for the list of models. */
  readonly description: string;
  readonly firstTokenMs: number;
  readonly tokensPerSecond: number;
}

interface Cast extends DemoCharacter {
  readonly voice: Voice;
}

const CAST: readonly Cast[] = [
  {
    id: 'demo-laconic',
    name: 'Demo · Laconic',
    description: 'Right, short and fast; says nothing that was not asked.',
    firstTokenMs: 120,
    tokensPerSecond: 140,
    voice: laconic,
  },
  {
    id: 'demo-scholar',
    name: 'Demo · Scholar',
    description: 'Right and long, with headings, tables and formulas.',
    firstTokenMs: 450,
    tokensPerSecond: 90,
    voice: scholar,
  },
  {
    id: 'demo-companion',
    name: 'Demo · Companion',
    description: 'Right, warm and of middling length; always asks back.',
    firstTokenMs: 300,
    tokensPerSecond: 70,
    voice: companion,
  },
  {
    id: 'demo-ponderer',
    name: 'Demo · Ponderer',
    description: 'Right but slow; thinks aloud, then answers step by step.',
    firstTokenMs: 900,
    tokensPerSecond: 30,
    voice: ponderer,
  },
  {
    id: 'demo-bluffer',
    name: 'Demo · Bluffer',
    description: 'Quick and sure of itself, and often subtly wrong.',
    firstTokenMs: 150,
    tokensPerSecond: 120,
    voice: bluffer,
  },
];

/** The demo characters, best known first; boards should put Bluffer last. */
export const demoCharacters: readonly DemoCharacter[] = CAST.map(({ voice: _, ...character }) => character);

/** @throws RangeError where no character has the id. */
export function castOf(id: string): Cast {
  const found = CAST.find((character) => character.id === id);
  if (found === undefined) {
    throw new RangeError(`There is no demo character "${id}"; there are ${CAST.map((each) => each.id).join(', ')}.`);
  }
  return found;
}
