import type { LiveBoard } from '@agon/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../design/page.tsx';
import { MarkedNames } from './marked-names.tsx';
import { usePageName } from './use-page-name.ts';
import { verdictWords } from './verdict-words.ts';

type Board = NonNullable<LiveBoard['board']>;

/** From here on a sentence is set smaller: it has become a paragraph. */
const longSentence = 90;

/** What the board says, as the headline of the page. */
export function Headline({ board, status }: { board: Board; status: ReactNode }) {
  const { t, i18n } = useTranslation('board');
  const name = usePageName(t('title'));
  const rated = board.models.filter(({ rating }) => rating !== null).length;
  const { kind, sentence, forecast } = verdictWords(board.verdict, { t, language: i18n.language, rated });
  const size =
    sentence.length > longSentence ? 'text-2xl! sm:text-4xl! max-w-[44ch]' : 'text-4xl! sm:text-6xl! max-w-[24ch]';
  return (
    <div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 pb-4">
        <p className="font-medium text-accent">{kind}</p>
        {status}
      </div>
      <PageTitle name={name} className={`${size} leading-[1.1]! text-balance`}>
        <MarkedNames text={sentence} names={board.verdict.models} />
      </PageTitle>
      {forecast && <p className="max-w-prose pt-5 text-lg text-muted">{forecast}</p>}
      {/* Told when the verdict changes, not at each vote: the forecast moves all the time. */}
      <p role="status" className="sr-only">
        {kind}: {sentence}
      </p>
    </div>
  );
}
