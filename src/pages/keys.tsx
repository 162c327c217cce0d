import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const Keys = lazy(async () => ({ default: (await import('../keys/Keys.tsx')).Keys }));

/** Access to the workspace: API keys, OAuth clients and the audit trail. */
export default function KeysPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      title={translate({ id: 'keys.title', message: 'Chaves' })}
      description={translate({
        id: 'keys.description',
        message: 'Chaves de API e clientes OAuth do seu espaço, com escopos, validade, endereços e uso.',
      })}
      keywords={translate({
        id: 'keys.keywords',
        message: 'chave de API, API key, segredo, credenciais, OAuth, client_id, escopos, auditoria',
      })}
      lead={
        <Translate id="keys.lead">
          Uma chave para cada programa, só com as permissões de que ele precisa. Troque sem interrupção e revogue na
          hora.
        </Translate>
      }
    >
      <Suspense fallback={null}>{isBrowser && <Keys />}</Suspense>
    </Page>
  );
}
