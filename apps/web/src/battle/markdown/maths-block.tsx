import 'katex/dist/katex.min.css';
import ReactMarkdown from 'react-markdown';
import rehypeKatex from 'rehype-katex';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import { elements, keepAddress } from './elements.tsx';
import { liftImages } from './lift-images.ts';
import { allowed } from './schema.ts';

// No links, images or classes from inside a formula, and no formula that grows without end or over the page.
const typesetting = { trust: false, maxExpand: 1_000, maxSize: 20, strict: 'ignore' } as const;

/** A block of markdown with maths. It is sanitised before typesetting: what the typesetter makes of safe input is safe. */
export function MathsBlock({ markdown }: { markdown: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm, [remarkMath, { singleDollarTextMath: false }]]}
      rehypePlugins={[[rehypeSanitize, allowed], liftImages, [rehypeKatex, typesetting]]}
      components={elements}
      urlTransform={keepAddress}
    >
      {markdown}
    </ReactMarkdown>
  );
}
