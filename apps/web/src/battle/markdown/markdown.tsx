import { memo, Suspense, useMemo } from 'react';
import remend from 'remend';
import { splitBlocks } from './blocks.ts';
import { LazyMathsBlock } from './lazy-maths.ts';
import { hasMaths, normaliseMaths } from './maths.ts';
import { PlainBlock } from './plain-block.tsx';
import './markdown.css';

/**
 * An answer as it should look: markdown without raw HTML, cut into blocks of which only the last is redrawn while words arrive.
 * Both sides are drawn by the same rules, so looks tell nothing about who answers.
 */
export const Markdown = memo(function Markdown({ text, isGrowing }: { text: string; isGrowing: boolean }) {
  const blocks = useMemo(() => splitBlocks(normaliseMaths(text)), [text]);
  return (
    <div className="answer-text">
      {blocks.map((block, place) => (
        <Block
          // biome-ignore lint/suspicious/noArrayIndexKey: blocks are only ever added at the end
          key={place}
          // What has not been closed yet (a star, a fence) is closed for the moment, so that the text does not jump.
          markdown={isGrowing && place === blocks.length - 1 ? remend(block) : block}
        />
      ))}
    </div>
  );
});

const Block = memo(function Block({ markdown }: { markdown: string }) {
  return (
    <div>
      {hasMaths(markdown) ? (
        <Suspense fallback={<PlainBlock markdown={markdown} />}>
          <LazyMathsBlock markdown={markdown} />
        </Suspense>
      ) : (
        <PlainBlock markdown={markdown} />
      )}
    </div>
  );
});
