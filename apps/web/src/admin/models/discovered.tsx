import type { AdminModel } from '@agon/api';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { icons } from '../../design/icons.tsx';
import { useDiscovered } from '../use-admin.ts';

/** As many as one reads at a glance; the form takes any other by its name. */
const mostOffered = 8;

/** A model of a server on this machine. */
export interface FoundModel {
  readonly baseUrl: string;
  readonly model: string;
}

/** Offers the models of the servers that were found on this machine; one click fills the form. Nothing where none was found. */
export function Discovered({ models, onAdd }: { models: readonly AdminModel[]; onAdd: (found: FoundModel) => void }) {
  const { t } = useTranslation('admin');
  const { data: servers = [], isFetching, refetch } = useDiscovered();
  if (servers.length === 0) return null;
  return (
    <section aria-labelledby="discovered" className="border-s-2 border-accent bg-accent-soft px-5 py-4">
      <div className="flex items-center justify-between gap-4">
        <h3 id="discovered" className="label">
          {t('discovered.heading')}
        </h3>
        <Button look="quiet" size="small" busy={isFetching} icon={icons.again} onClick={() => void refetch()}>
          {t('discovered.again')}
        </Button>
      </div>
      {servers.map(({ server, baseUrl, models: names }) => {
        const added = new Set(models.filter((model) => model.baseUrl === baseUrl).map((model) => model.providerModel));
        return (
          <div key={baseUrl} className="pt-2">
            <p className="text-[0.9375rem]">{t('discovered.server', { server, address: baseUrl })}</p>
            {names.length === 0 && <p className="text-sm text-muted">{t('discovered.none')}</p>}
            <ul className="flex flex-wrap items-center gap-2 pt-2">
              {names.slice(0, mostOffered).map((name) => (
                <li key={name}>
                  <Button
                    size="small"
                    disabled={added.has(name)}
                    icon={added.has(name) ? icons.check : icons.plus}
                    onClick={() => onAdd({ baseUrl, model: name })}
                  >
                    {added.has(name) ? `${name} · ${t('discovered.known')}` : t('discovered.add', { model: name })}
                  </Button>
                </li>
              ))}
              {names.length > mostOffered && (
                <li className="text-sm text-muted">{t('discovered.more', { count: names.length - mostOffered })}</li>
              )}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
