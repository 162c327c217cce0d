import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const Webhooks = lazy(async () => ({ default: (await import('../webhooks/Webhooks.tsx')).Webhooks }));

/** The webhooks of the reader's workspace: delivery log, endpoints and inboxes. */
export default function WebhooksPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      title={translate({ id: 'webhooks.title', message: 'Webhooks' })}
      description={translate({
        id: 'webhooks.description',
        message:
          'O histórico de entregas com cada tentativa, os endpoints e caixas de entrada para ver webhooks chegarem.',
      })}
      keywords={translate({
        id: 'webhooks.keywords',
        message:
          'notificação, notificações, notification, logs, log, histórico, entregas, tentativas, reenviar, endpoints, caixa de entrada, eventos, evento de teste',
      })}
      lead={
        <Translate id="webhooks.lead">
          Quando os seus dados mudam, o portal envia uma requisição assinada ao seu endereço e, se for preciso, tenta de
          novo por dois dias. Aqui está cada entrega com todas as tentativas, ao vivo; adiante o relógio e veja os dois
          dias em um minuto.
        </Translate>
      }
    >
      <Suspense fallback={null}>{isBrowser && <Webhooks />}</Suspense>
    </Page>
  );
}
