import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useArena } from '../app/use-arena.ts';
import { CopyButton } from '../design/copy-button.tsx';
import { adminLinkCommand, configExample } from './examples.ts';
import { Prose, Section } from './section.tsx';

/** What the built-in characters are. */
export function DemoSection() {
  const { t } = useTranslation('about');
  const { data: arena } = useArena();
  return (
    <Section id="demo" title={t('demo.title')}>
      <Prose>
        {t('demo.text')} {arena && (arena.demo ? t('demo.on') : t('demo.off'))}
      </Prose>
    </Section>
  );
}

/** The three ways to connect real models. */
export function RealModelsSection() {
  const { t } = useTranslation('about');
  const { data: arena } = useArena();
  return (
    <Section id="real-models" title={t('real.title')}>
      <Prose>{t('real.text')}</Prose>
      <ol className="max-w-4xl">
        <Way title={t('real.local')} text={t('real.localText')} />
        <Way title={t('real.admin')} text={t('real.adminText')}>
          <Code text={adminLinkCommand} label={t('real.copyCommand')} />
          {arena?.admin && (
            <Link to="/admin" className="inline-block pt-3 text-accent underline underline-offset-4">
              {t('real.openAdmin')}
            </Link>
          )}
        </Way>
        <Way title={t('real.file')} text={t('real.fileText')}>
          <Code text={configExample} label={t('real.copyFile')} />
        </Way>
      </ol>
    </Section>
  );
}

function Way({ title, text, children }: { title: string; text: string; children?: ReactNode }) {
  return (
    <li className="border-t border-line py-5">
      <h3 className="font-semibold">{title}</h3>
      <p className="max-w-[62ch] pb-1">{text}</p>
      {children}
    </li>
  );
}

function Code({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation('about');
  return (
    <div dir="ltr" className="mt-2 flex items-start gap-2 rounded-md bg-sunken ps-4">
      <pre className="min-w-0 flex-1 py-3 font-mono text-sm leading-relaxed wrap-anywhere whitespace-pre-wrap">
        {text}
      </pre>
      <div className="p-1.5">
        <CopyButton text={text} label={label} shown={t('ledger.copy')} />
      </div>
    </div>
  );
}
