import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const Usage = lazy(async () => ({ default: (await import('../usage/Usage.tsx')).Usage }));

/** The calls of the reader's workspace: how many, how many failed, how long they took. */
export default function UsagePage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      title={translate({ id: 'usage.title', message: 'Uso' })}
      description={translate({
        id: 'usage.description',
        message:
          'Chamadas, erros, tempos e bytes do seu espaço por API, operação, chave e status, ao lado do período anterior.',
      })}
      keywords={translate({
        id: 'usage.keywords',
        message:
          'uso, métricas, estatísticas, gráficos, taxa de erro, latência, p50, p95, p99, percentis, consumo, monitoramento',
      })}
      lead={
        <Translate id="usage.lead">
          Quantas chamadas, quantas falharam e quanto tempo levaram, segundos depois de acontecerem. Cada número leva às
          requisições por trás dele.
        </Translate>
      }
    >
      <Suspense fallback={null}>{isBrowser && <Usage />}</Suspense>
    </Page>
  );
}
