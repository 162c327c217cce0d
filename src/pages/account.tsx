import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { forgetRecentSearches } from '../search/recent-searches.ts';
import { browserStorage } from '../ui/browser-storage.ts';
import { Page } from '../ui/Page.tsx';

const AccountPage = lazy(async () => ({ default: (await import('../people/AccountPage.tsx')).AccountPage }));

export default function AccountRoute() {
  const isBrowser = useIsBrowser();
  const { locales } = useDocusaurusContext().i18n;
  const forgetSearches = () => {
    for (const locale of locales) forgetRecentSearches(browserStorage(), locale);
  };
  return (
    <Page
      isPersonal
      title={translate({ id: 'people.account.title', message: 'Sua conta' })}
      description={translate({
        id: 'people.account.description',
        message: 'Seu nome, sua senha e os seus espaços de trabalho.',
      })}
      keywords={translate({ id: 'people.account.keywords', message: 'perfil, senha, sair, sessões' })}
      lead={<Translate id="people.account.lead">Seu nome, sua senha e os espaços em que você trabalha.</Translate>}
    >
      <Suspense fallback={null}>{isBrowser && <AccountPage onSignOut={forgetSearches} />}</Suspense>
    </Page>
  );
}
