import { createContext, type MouseEvent, type ReactNode, useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { icons } from '../../design/icons.tsx';
import { type OutsideAddress, outsideAddress } from './outside-address.ts';

const OpenOutside = createContext<(address: OutsideAddress) => void>(() => {});

/** Lets nothing that a model wrote be opened before the reader has seen where it leads. */
export function OutsideGuard({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['battle', 'common']);
  const [address, setAddress] = useState<OutsideAddress | null>(null);
  const close = () => setAddress(null);
  return (
    <OpenOutside value={setAddress}>
      {children}
      <Dialog
        open={address !== null}
        onClose={close}
        title={t('outsideTitle')}
        actions={
          address && (
            <>
              <Button onClick={close}>{t('common:cancel')}</Button>
              <a
                href={address.href}
                target="_blank"
                rel="noopener noreferrer nofollow"
                onClick={close}
                className="inline-flex min-h-10 items-center gap-2 rounded-md bg-accent px-4 font-medium text-on-accent hover:bg-accent-hover"
              >
                {icons.external}
                <span className="min-w-0 break-all">
                  {t(address.kind === 'web' ? 'outsideOpen' : 'outsideMail', { host: address.host })}
                </span>
              </a>
            </>
          )
        }
      >
        <p>{t('outsideText')}</p>
        <p className="display mt-3 break-all text-xl" dir="ltr">
          {address?.host}
        </p>
        <p className="mt-2 break-all font-mono text-sm text-muted" dir="ltr">
          {address?.href}
        </p>
      </Dialog>
    </OpenOutside>
  );
}

/** A link that asks first. Without a usable address only its words stay. */
export function OutsideLink({ href, children }: { href: string | undefined; children: ReactNode }) {
  const open = useContext(OpenOutside);
  const address = outsideAddress(href);
  if (!address) return <span>{children}</span>;
  const ask = (event: MouseEvent) => {
    event.preventDefault();
    open(address);
  };
  return (
    <a href={address.href} rel="noopener noreferrer nofollow" onClick={ask} onAuxClick={ask}>
      {children}
    </a>
  );
}

/** An image that is never fetched by itself: a button with its words and its host, which asks and then opens it elsewhere. */
export function OutsideImage({ src, alt }: { src: string | undefined; alt: string | undefined }) {
  const { t } = useTranslation('battle');
  const open = useContext(OpenOutside);
  const address = outsideAddress(src);
  if (!address) return <span className="text-muted">{alt || t('imageBroken')}</span>;
  const { host } = address;
  return (
    <Button size="small" icon={icons.external} onClick={() => open(address)} className="my-1 max-w-full text-start">
      <span className="min-w-0 break-words">{alt ? t('imageNamed', { name: alt, host }) : t('image', { host })}</span>
    </Button>
  );
}
