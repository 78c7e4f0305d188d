import 'katex/dist/katex.min.css';
import ReactMarkdown from 'react-markdown';
import rehypeKatex from 'rehype-katex';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { setDirections } from './directions.ts';
import { elements, keepAddress } from './elements.tsx';
import { liftImages } from './lift-images.ts';
import { allowed } from './schema.ts';
import { showRaw } from './show-raw.ts';

// No links, images or classes from inside a formula, and no formula that grows without end or over the page.
const typesetting = {
  trust: false,
  maxExpand: 1_000,
  maxSize: 20,
  strict: 'ignore',
  // What cannot be typeset is shown as written; the typesetter's own red is too dark on a dark page.
  errorColor: 'var(--danger)',
} as const;

/** A block of markdown with maths. It is sanitised before typesetting: what the typesetter makes of safe input is safe. */
export function MathsBlock({ markdown }: { markdown: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm, [remarkMath, { singleDollarTextMath: false }]]}
      rehypePlugins={[showRaw, [rehypeSanitize, allowed], liftImages, setDirections, [rehypeKatex, typesetting]]}
      components={elements}
      urlTransform={keepAddress}
    >
      {markdown}
    </ReactMarkdown>
  );
}
