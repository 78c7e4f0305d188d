import ReactMarkdown from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';
import remarkGfm from 'remark-gfm';
import { setDirections } from './directions.ts';
import { elements, keepAddress } from './elements.tsx';
import { liftImages } from './lift-images.ts';
import { allowed } from './schema.ts';
import { showRaw } from './show-raw.ts';

/** A block of markdown without maths. */
export function PlainBlock({ markdown }: { markdown: string }) {
  return (
    <ReactMarkdown
      remarkPlugins={[remarkGfm]}
      rehypePlugins={[showRaw, [rehypeSanitize, allowed], liftImages, setDirections]}
      components={elements}
      urlTransform={keepAddress}
    >
      {markdown}
    </ReactMarkdown>
  );
}
