import { useLocation } from '@docusaurus/router';
import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const Requests = lazy(async () => ({ default: (await import('../requests/Requests.tsx')).Requests }));

/** The calls of the reader's workspace to all APIs, from whatever program. */
export default function RequestsPage() {
  const isBrowser = useIsBrowser();
  const { search } = useLocation();
  const isEntry = isBrowser && new URLSearchParams(search).has('id');
  return (
    <Page
      title={translate({ id: 'requests.title', message: 'Requisições' })}
      description={translate({
        id: 'requests.description',
        message: 'Cada requisição do seu espaço, de qualquer programa: o que enviou, o que recebeu e por que falhou.',
      })}
      keywords={translate({
        id: 'requests.keywords',
        message: 'logs, log, histórico, requisições, chamadas, erros, depurar, por que falhou, req_, X-Request-Id',
      })}
      lead={
        isEntry ? null : (
          <Translate id="requests.lead">
            Tudo o que os seus programas chamaram, ao vivo. Abra uma requisição para ver o que ela enviou, o que recebeu
            e por que falhou; corrija e envie de novo.
          </Translate>
        )
      }
    >
      <Suspense fallback={null}>{isBrowser && <Requests />}</Suspense>
    </Page>
  );
}
