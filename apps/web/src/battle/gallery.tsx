import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import { firstPicks, shufflePicks, themes } from './gallery-picks.ts';

/** Questions to start with, one for each theme, set like a table of contents. */
export function Gallery({ onPick }: { onPick: (prompt: string) => void }) {
  const { t } = useTranslation('battle');
  const [picks, setPicks] = useState(firstPicks);
  return (
    <section aria-labelledby="gallery-title">
      <div className="flex items-center justify-between border-b border-line-strong pb-1.5">
        <h2 id="gallery-title" className="label text-muted">
          {t('galleryTitle')}
        </h2>
        <Button
          look="quiet"
          size="small"
          icon={icons.shuffle}
          onClick={() => setPicks((now) => shufflePicks(now, Math.random))}
          className="-me-2.5"
        >
          {t('galleryShuffle')}
        </Button>
      </div>
      <ul>
        {themes.map((theme) => {
          const prompt = t(`gallery.${theme}.${picks[theme]}`);
          return (
            <li key={theme} className="border-b border-line">
              <button
                type="button"
                onClick={() => onPick(prompt)}
                className="group grid w-full gap-x-6 gap-y-0.5 py-3 text-start sm:grid-cols-[7rem_1fr_auto] sm:items-baseline"
              >
                <span className="label text-muted">{t(`gallery.${theme}.name`)}</span>
                <span
                  dir="auto"
                  className="font-serif text-[1.0625rem] leading-snug underline-offset-4 group-hover:underline"
                >
                  {prompt}
                </span>
                <span
                  aria-hidden="true"
                  className="self-center text-muted opacity-0 transition-opacity group-hover:opacity-100 max-sm:hidden"
                >
                  {icons.arrowUp}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
