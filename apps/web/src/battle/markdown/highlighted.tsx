import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { createCssVariablesTheme, createHighlighterCore, type ThemedToken } from 'shiki/core';
import { createJavaScriptRegexEngine } from 'shiki/engine/javascript';
import type { Grammar } from './grammars.ts';
import { loadGrammar } from './load-grammar.ts';

/** Growing code is coloured again this often, not at each word. */
const refreshMs = 250;
// Colours are variables of the page, so that a change of theme needs no second pass.
const theme = createCssVariablesTheme({ name: 'agon', variablePrefix: '--code-' });

interface Coloured {
  readonly code: string;
  readonly lines: readonly (readonly ThemedToken[])[];
}

/** Code in colours. What has not been coloured yet follows in plain ink, so that nothing jumps while words arrive. */
export function Highlighted({ code, grammar }: { code: string; grammar: Grammar }) {
  const colour = useColours(grammar);
  const [coloured, setColoured] = useState<Coloured | null>(null);
  const newest = useRef(code);
  const isStale = colour !== null && coloured?.code !== code;
  const isFirst = coloured === null;
  useEffect(() => {
    newest.current = code;
  }, [code]);
  useEffect(() => {
    if (!isStale || !colour) return;
    const refresh = () => setColoured({ code: newest.current, lines: colour(newest.current) });
    // Not put off by growing code: the effect depends on being stale, not on the text.
    const timer = setTimeout(refresh, isFirst ? 0 : refreshMs);
    return () => clearTimeout(timer);
  }, [isStale, colour, isFirst]);
  if (!coloured || !code.startsWith(coloured.code)) return code;
  return (
    <>
      {coloured.lines.map((line, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are only ever added at the end
        <span key={place}>
          {place > 0 && '\n'}
          {line.map(({ content, color, offset }) => (
            <span key={offset} style={{ color }}>
              {content}
            </span>
          ))}
        </span>
      ))}
      {code.slice(coloured.code.length)}
    </>
  );
}

/** A function that colours one language, or null until its grammar is there. The query cache keeps the highlighter. */
function useColours(grammar: Grammar): ((code: string) => Coloured['lines']) | null {
  const queries = useQueryClient();
  const { data } = useQuery({
    queryKey: ['grammar', grammar],
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: async () => {
      const highlighter = await queries.ensureQueryData({
        queryKey: ['highlighter'],
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: Number.POSITIVE_INFINITY,
        queryFn: () =>
          createHighlighterCore({
            themes: [theme],
            langs: [],
            engine: createJavaScriptRegexEngine({ forgiving: true }),
          }),
      });
      await highlighter.loadLanguage((await loadGrammar[grammar]()).default);
      return (code: string) => highlighter.codeToTokensBase(code, { lang: grammar, theme: 'agon' });
    },
  });
  return data ?? null;
}
