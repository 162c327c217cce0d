import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const PageSearch = lazy(async () => ({ default: (await import('../search/PageSearch.tsx')).PageSearch }));

/** The search as a page that can be linked to or used as a browser's search engine: `/search?q=…`. */
export default function SearchPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      isPersonal
      title={translate({ id: 'search.open', message: 'Buscar' })}
      description={translate({ id: 'search.page.description', message: 'Busque em guias, operações, campos e erros.' })}
      lead={
        <Translate id="search.page.lead">
          Guias por seção, operações por título ou caminho, campos e erros pelo nome. De qualquer página, a tecla / abre
          a busca.
        </Translate>
      }
    >
      <Suspense fallback={null}>{isBrowser && <PageSearch />}</Suspense>
    </Page>
  );
}
