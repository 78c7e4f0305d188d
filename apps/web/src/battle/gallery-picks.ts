/** Themes of the gallery, in the order of the page. */
export const themes = ['writing', 'reasoning', 'code', 'explain', 'everyday', 'languages'] as const;
const variants = ['one', 'two', 'three', 'four'] as const;

/** One question of each theme. */
export type Picks = Readonly<Record<(typeof themes)[number], (typeof variants)[number]>>;

/** The questions that are shown first. */
export const firstPicks: Picks = {
  writing: 'one',
  reasoning: 'three',
  code: 'two',
  explain: 'one',
  everyday: 'one',
  languages: 'one',
};

/** Another question in every theme, so that a press always changes all of them. `random` gives numbers in [0, 1). */
export function shufflePicks(picks: Picks, random: () => number): Picks {
  const other = (current: Picks[keyof Picks]) => {
    const rest = variants.filter((variant) => variant !== current);
    return rest[Math.floor(random() * rest.length)] ?? current;
  };
  return {
    writing: other(picks.writing),
    reasoning: other(picks.reasoning),
    code: other(picks.code),
    explain: other(picks.explain),
    everyday: other(picks.everyday),
    languages: other(picks.languages),
  };
}
