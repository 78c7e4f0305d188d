import { type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { CopyButton } from '../../design/copy-button.tsx';
import { codeTextOf } from './code-text.ts';
import { grammarOf } from './grammars.ts';
import type { HastElement } from './hast.ts';
import { LazyHighlighted } from './lazy-highlighted.ts';

/** Longest code that is coloured; beyond it colour costs more than it gives. */
const longestColoured = 30_000;

/** A block of code with its language, a copy button, and colours once they are there. */
export function CodeBlock({ node, children }: { node: HastElement | undefined; children: ReactNode }) {
  const { t } = useTranslation('battle');
  const text = codeTextOf(node);
  if (!text) return <pre>{children}</pre>;
  const { code, language } = text;
  const grammar = grammarOf(language);
  return (
    <figure className="code-block" dir="ltr">
      <figcaption>
        <span>{language ?? t('plainText')}</span>
        <CopyButton text={code} label={t('copyCode')} shown={t('copyShort')} />
      </figcaption>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for controls */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <div role="group" aria-label={t('code')} tabIndex={0} data-scrolls className="scrolling">
        <pre>
          <code>
            {grammar && code.length <= longestColoured ? (
              <Suspense fallback={code}>
                <LazyHighlighted code={code} grammar={grammar} />
              </Suspense>
            ) : (
              code
            )}
          </code>
        </pre>
      </div>
    </figure>
  );
}
