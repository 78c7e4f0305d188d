import type { LiveBoard } from '@agon/api';
import { useTranslation } from 'react-i18next';
import { Button } from '../design/button.tsx';
import { icons } from '../design/icons.tsx';
import { boardCsv } from './board-csv.ts';
import type { BoardRow } from './board-rows.ts';
import { saveFile } from './save-file.ts';

/** The board to take away: whole as JSON, its table as CSV. */
export function Downloads({ live, rows }: { live: LiveBoard; rows: readonly BoardRow[] }) {
  const { t } = useTranslation('board');
  // A file name that sorts by time and is allowed everywhere.
  const name = `agon-board-${new Date(live.computedAt).toISOString().slice(0, 16).replace(':', '')}`;
  const json = () => saveFile({ name: `${name}.json`, type: 'application/json', text: JSON.stringify(live, null, 2) });
  const csv = () => saveFile({ name: `${name}.csv`, type: 'text/csv', text: boardCsv(rows) });
  return (
    <fieldset className="flex items-center gap-2">
      <legend className="sr-only">{t('download.label')}</legend>
      <Button size="small" icon={icons.download} title={t('download.csvHint')} onClick={csv}>
        {t('download.csv')}
      </Button>
      <Button size="small" icon={icons.download} title={t('download.jsonHint')} onClick={json}>
        {t('download.json')}
      </Button>
    </fieldset>
  );
}
