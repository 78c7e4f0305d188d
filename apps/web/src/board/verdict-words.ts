import type { LiveBoard } from '@agon/api';
import type { TFunction } from 'i18next';

type Verdict = NonNullable<LiveBoard['board']>['verdict'];

/** A verdict in words. */
export interface VerdictWords {
  /** Its kind, in two or three words. */
  readonly kind: string;
  readonly sentence: string;
  /** How many votes would settle it; null where there is nothing to settle. */
  readonly forecast: string | null;
}

/** What the words are made with. */
export interface VerdictContext {
  readonly t: TFunction<'board'>;
  readonly language: string;
  /** Number of rated models. */
  readonly rated: number;
}

const mostNamed = 5;

/** The verdict of a board in the reader's language; the same rules as the sentence that the board carries in English. */
export function verdictWords(verdict: Verdict, context: VerdictContext): VerdictWords {
  const { t, rated } = context;
  const models = named(verdict.models, context);
  switch (verdict.kind) {
    case 'clear-winner':
      return { kind: t('verdict.clearWinner'), sentence: t('sentence.clearWinner', { model: models }), forecast: null };
    case 'tied-top':
      return {
        kind: t('verdict.tiedTop'),
        sentence: t('sentence.tiedTop', { models }),
        forecast: forecastOf(verdict, context),
      };
    case 'no-signal': {
      const sentence =
        rated <= 2
          ? t('sentence.tiedTop', { models })
          : t('sentence.noSignal', { model: verdict.models[0] ?? '', count: rated - 1 });
      return { kind: t('verdict.noSignal'), sentence, forecast: forecastOf(verdict, context) };
    }
    case 'not-comparable': {
      const count = verdict.models.length;
      const sentence = count === 0 ? t('sentence.unconnected') : t('sentence.unbeaten', { models, count });
      return { kind: t('verdict.notComparable'), sentence, forecast: null };
    }
  }
}

function named(models: readonly string[], { t, language }: VerdictContext): string {
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const more = models.length - mostNamed;
  // "And one other" would take as much room as its name.
  if (more < 2) return list.format(models);
  return list.format([...models.slice(0, mostNamed), t('sentence.andOthers', { count: more })]);
}

function forecastOf({ votesNeeded }: Verdict, { t }: VerdictContext): string {
  if (votesNeeded === null) return t('forecast.never');
  // Two figures: an extrapolation is no more exact than that.
  return t('forecast.more', { count: Number(votesNeeded.toPrecision(2)) });
}
