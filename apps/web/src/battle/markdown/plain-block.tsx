import ReactMarkdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { elements, keepAddress } from './elements.tsx';
import { liftImages } from './lift-images.ts';
import { allowed } from './schema.ts';

/** A block of markdown without maths. */
export function PlainBlock({ markdown }: { markdown: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[[rehypeSanitize, allowed], liftImages]}
      components={elements}
      urlTransform={keepAddress}
    >
      {markdown}
    </ReactMarkdown>
  );
}
