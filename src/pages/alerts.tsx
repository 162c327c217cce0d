import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const Alerts = lazy(async () => ({ default: (await import('../alerts/Alerts.tsx')).Alerts }));

/** What goes wrong in the workspace now, and the rules that say so. */
export default function AlertsPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      title={translate({ id: 'alerts.title', message: 'Alertas' })}
      description={translate({
        id: 'alerts.description',
        message:
          'Erros, lentidão, silêncio, webhooks que falham e chaves prestes a expirar: um aviso para cada problema.',
      })}
      keywords={translate({
        id: 'alerts.keywords',
        message: 'alerta, aviso, incidente, taxa de erros, monitoramento, regras',
      })}
      lead={
        <Translate id="alerts.lead">
          As regras observam as chamadas, os webhooks e as chaves deste espaço e avisam quando algo vai mal.
        </Translate>
      }
    >
      <Suspense fallback={null}>{isBrowser && <Alerts />}</Suspense>
    </Page>
  );
}
