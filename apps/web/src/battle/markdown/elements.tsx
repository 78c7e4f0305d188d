import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Components } from 'react-markdown';
import { CodeBlock } from './code-block.tsx';
import { OutsideImage, OutsideLink } from './outside.tsx';
import { outsideAddress } from './outside-address.ts';

/** Drops every address that a reader could not choose to open. */
export function keepAddress(address: string): string {
  return outsideAddress(address) ? address : '';
}

function ScrollingTable({ dir, children }: { dir: string | undefined; children?: ReactNode }) {
  const { t } = useTranslation('battle');
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div role="group" aria-label={t('table')} tabIndex={0} data-scrolls className="scrolling" dir={dir}>
      <table>{children}</table>
    </div>
  );
}

/** A box of a task list: it shows, and nothing can be ticked. */
function TaskMark({ isDone }: { isDone: boolean }) {
  const { t } = useTranslation('battle');
  return <span role="img" aria-label={t(isDone ? 'taskDone' : 'taskOpen')} data-done={isDone} className="task-mark" />;
}

/** How each part of an answer is drawn. Headings begin at the third level, below those of the page. */
export const elements: Components = {
  h1: ({ dir, children }) => <h3 dir={dir}>{children}</h3>,
  h2: ({ dir, children }) => <h4 dir={dir}>{children}</h4>,
  h3: ({ dir, children }) => <h5 dir={dir}>{children}</h5>,
  h4: ({ dir, children }) => <h6 dir={dir}>{children}</h6>,
  h5: ({ dir, children }) => <h6 dir={dir}>{children}</h6>,
  a: ({ href, children }) => <OutsideLink href={href}>{children}</OutsideLink>,
  img: ({ src, alt }) => <OutsideImage src={typeof src === 'string' ? src : undefined} alt={alt} />,
  input: ({ checked }) => <TaskMark isDone={checked === true} />,
  table: ({ dir, children }) => <ScrollingTable dir={dir}>{children}</ScrollingTable>,
  pre: ({ node, children }) => <CodeBlock node={node}>{children}</CodeBlock>,
};
