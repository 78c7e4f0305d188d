import type { LiveBoard } from '@agon/api';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../messages/use-format.ts';
import { warningWords } from './warning-words.ts';

type Board = NonNullable<LiveBoard['board']>;

/** How the board was made, in sentences, with what to know before trusting it. */
export function Method({ board, level }: { board: Board; level: string }) {
  const { t } = useTranslation('board');
  const sentences = useMethodSentences(board, level);
  return (
    <section aria-labelledby="method" className="max-w-prose">
      <h2 id="method" className="display pb-4 text-2xl">
        {t('method.title')}
      </h2>
      {board.warnings.length > 0 && (
        <div className="mb-5 border-s-2 border-notice bg-notice-soft px-4 py-3 text-[0.9375rem]">
          <h3 className="label">{t('method.warnings')}</h3>
          {board.warnings.map((warning) => (
            <p key={warning} className="pt-1">
              {warningWords(warning)}
            </p>
          ))}
        </div>
      )}
      <p className="text-[0.9375rem] leading-relaxed">{sentences.join(' ')}</p>
      <p className="pt-3 text-[0.9375rem]">
        <Link to="/about" hash="ratings" className="text-accent underline underline-offset-4">
          {t('method.more')}
        </Link>
      </p>
    </section>
  );
}

function useMethodSentences({ spec, interval, position, algorithm }: Board, level: string): string[] {
  const { t } = useTranslation('board');
  const format = useFormat();
  const [one, other] = interval.by.map((unit) => t(`method.by.${unit}`));
  const by = one !== undefined && other !== undefined ? t('method.by.and', { one, other }) : (one ?? '');
  const controls = spec.controls.map(({ name }) => name);
  return [
    t(`method.ties.${spec.ties}`),
    t(`method.interval.${interval.method}`, { level, by }),
    t(`method.ranks.${spec.ranks}`),
    spec.anchor === null
      ? t('method.scale')
      : t('method.anchor', { model: spec.anchor.model, rating: format.number(spec.anchor.rating) }),
    t('method.lastVote'),
    ...(controls.length > 0 ? [t('method.controls', { controls: controls.join(', ') })] : []),
    ...(position.shareA === null ? [] : [t('method.position', { share: format.percent(position.shareA) })]),
    t('method.algorithm', { algorithm }),
  ];
}
