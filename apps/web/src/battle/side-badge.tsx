import { useTranslation } from 'react-i18next';
import { type Side, sideLook } from './side.ts';

/** The letter of a side on its colour. */
export function SideBadge({ side }: { side: Side }) {
  const { t } = useTranslation('battle');
  return (
    <span
      aria-hidden="true"
      className={`display inline-grid size-7 shrink-0 place-items-center rounded-full text-base font-semibold ${sideLook[side].badge}`}
    >
      {t(`side.${side}`)}
    </span>
  );
}
