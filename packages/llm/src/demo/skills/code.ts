import { capital, type Skill } from './skill.ts';
import { SNIPPETS, type Snippet } from './snippets.ts';

const LANGUAGES: readonly (readonly [RegExp, string])[] = [
  [/\bpython|\bpy\b/i, 'python'],
  [/\btypescript\b|\bts\b/i, 'typescript'],
  [/\bjavascript\b|\bjs\b|\bnode\b/i, 'javascript'],
  [/\brust\b/i, 'rust'],
  [/\bsql\b/i, 'sql'],
  [/\bcss\b/i, 'css'],
  [/\b(c\+\+|java|golang|go|ruby|php|swift|kotlin|haskell|c#)(?![\w+#])/i, 'other'],
];

const ASKS =
  /\b(code|function|program|script|snippet|implement|write|regex|regexp|css|sql|algorithm|method|example|cent(?:er|re)|sort|how (do|to|can))\b/i;

/** Small programs, in the language asked for where there is one, else in the nearest. */
export const code: Skill = ({ text, topic }) => {
  const wanted = LANGUAGES.find(([pattern]) => pattern.test(text))?.[1];
  if (wanted === undefined && !ASKS.test(text)) return undefined;
  const snippet = SNIPPETS.find(({ about }) => about.test(text));
  if (snippet === undefined) return wanted !== undefined && ASKS.test(text) ? skeleton(topic, wanted) : undefined;
  const [language, body] = choose(snippet, wanted);
  const slipped = snippet.slips.reduce((rest, [right, wrong]) => rest.replace(right, wrong), body);
  const aside =
    wanted === undefined || wanted === language ? '' : ' My version is in the nearest language that I speak.';
  return {
    title: snippet.title,
    gist: `${snippet.note}${aside}`,
    code: { language, text: body },
    points: [
      { head: 'Language', text: capital(language) },
      { head: 'Try it', text: 'with nothing, with one, and with many' },
    ],
    wrong: {
      gist: 'This is the fastest version there is; I did not need to run it.',
      code: { language, text: slipped },
    },
  };
};

function choose({ code: versions }: Snippet, wanted: string | undefined): readonly [string, string] {
  const exact = wanted === undefined ? undefined : versions[wanted];
  if (wanted !== undefined && exact !== undefined) return [wanted, exact];
  // JavaScript is TypeScript that nobody has annotated yet.
  const nearest = wanted === 'typescript' ? 'javascript' : 'python';
  const near = versions[nearest];
  return near === undefined ? (Object.entries(versions)[0] ?? ['text', '']) : [nearest, near];
}

function skeleton(topic: string, wanted: string) {
  const name =
    topic
      .toLowerCase()
      .replace(/[^a-z]+/g, '_')
      .replace(/^_|_$/g, '') || 'solve';
  const language = wanted === 'javascript' || wanted === 'typescript' ? 'javascript' : 'python';
  const text =
    language === 'python'
      ? `def ${name}(items):\n    """One small step at a time."""\n    return [item for item in items if item is not None]`
      : `function ${name}(items) {\n  // One small step at a time.\n  return items.filter((item) => item != null);\n}`;
  return {
    title: `A start for ${topic}`,
    gist: `A skeleton for ${topic}: it drops what is missing and passes on the rest, ready for the real rule.`,
    code: { language, text },
    wrong: { gist: 'Complete and tested. Mostly.' },
  };
}
