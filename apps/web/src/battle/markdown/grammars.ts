/** Grammars that are at hand, and the other names under which models ask for them. */
const names = {
  bash: ['sh', 'shell', 'zsh', 'console', 'shellscript'],
  c: ['h'],
  cpp: ['c++', 'cc', 'hpp'],
  csharp: ['c#', 'cs'],
  css: [],
  dart: [],
  diff: ['patch'],
  docker: ['dockerfile'],
  elixir: [],
  go: ['golang'],
  haskell: ['hs'],
  html: ['htm', 'svg'],
  java: [],
  javascript: ['js', 'mjs', 'cjs', 'node'],
  json: ['json5', 'jsonc'],
  jsx: [],
  kotlin: ['kt'],
  latex: ['tex'],
  lua: [],
  make: ['makefile'],
  markdown: ['md'],
  perl: [],
  php: [],
  powershell: ['ps1'],
  python: ['py', 'python3'],
  r: [],
  ruby: ['rb'],
  rust: ['rs'],
  scala: [],
  sql: ['postgresql', 'mysql', 'sqlite'],
  swift: [],
  toml: [],
  tsx: [],
  typescript: ['ts', 'mts'],
  xml: [],
  yaml: ['yml'],
} as const satisfies Record<string, readonly string[]>;

/** Name of a grammar that is at hand. */
export type Grammar = keyof typeof names;

/** The grammar for the language that a fence names, or null where there is none. */
export function grammarOf(language: string | null): Grammar | null {
  for (const [grammar, others] of Object.entries(names) as [Grammar, readonly string[]][]) {
    if (language === grammar || (language !== null && others.includes(language))) return grammar;
  }
  return null;
}
