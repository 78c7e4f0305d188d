import { Fragment } from 'react';
import { splitAtNames } from './split-at-names.ts';

/** A sentence in which names of models stand out, do not break, and cannot turn the sentence around when written from right to left. */
export function MarkedNames({ text, names }: { text: string; names: readonly string[] }) {
  return splitAtNames(text, names).map((part, index) =>
    part.isName ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one sentence have no other identity
      <bdi key={index} className={part.text.length < 25 ? 'sm:whitespace-nowrap' : 'break-words'}>
        {part.text}
      </bdi>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Fragment key={index}>{part.text}</Fragment>
    ),
  );
}
