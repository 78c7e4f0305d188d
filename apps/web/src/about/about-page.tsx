import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { usePageName } from '../board/use-page-name.ts';
import { Page, PageTitle } from '../design/page.tsx';
import { BattleSection, HiddenSection } from './battle-section.tsx';
import { Contents } from './contents.tsx';
import { LedgerSection } from './ledger-section.tsx';
import { PrivacySection } from './privacy-section.tsx';
import { RatingsSection, VotesSection } from './ratings-section.tsx';
import { DemoSection, RealModelsSection } from './real-models-section.tsx';

/** How this arena works, and what it promises. */
export function AboutPage() {
  const { t } = useTranslation('about');
  const name = usePageName(t('title'));
  useScrollToHash();
  return (
    <Page>
      <header className="border-b border-line pb-10 sm:pb-14">
        <p className="pb-4 font-medium text-accent">{t('title')}</p>
        <PageTitle name={name} className="max-w-[18ch] text-4xl! leading-[1.08]! sm:text-6xl!">
          {t('headline')}
        </PageTitle>
        <p className="max-w-[60ch] pt-6 text-lg leading-relaxed text-muted">{t('lede')}</p>
      </header>
      <div className="grid gap-x-16 lg:grid-cols-[13rem_minmax(0,1fr)]">
        <Contents />
        <div className="min-w-0 divide-y divide-line">
          <BattleSection />
          <HiddenSection />
          <VotesSection />
          <RatingsSection />
          <LedgerSection />
          <PrivacySection />
          <DemoSection />
          <RealModelsSection />
        </div>
      </div>
    </Page>
  );
}

/** Goes to the section that the address names: the page arrives after the browser has looked for it. */
function useScrollToHash() {
  const hash = useLocation({ select: (location) => location.hash });
  useEffect(() => {
    if (hash !== '') document.getElementById(hash)?.scrollIntoView();
  }, [hash]);
}
