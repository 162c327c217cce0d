import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const Outbox = lazy(async () => ({ default: (await import('../people/Outbox.tsx')).Outbox }));

/** The e-mails of a portal without a mail server. */
export default function OutboxPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      isPersonal
      title={translate({ id: 'people.outboxPage.title', message: 'E-mails do portal' })}
      description={translate({
        id: 'people.outboxPage.description',
        message: 'Os e-mails que este portal teria enviado, para quem o desenvolve.',
      })}
      lead={
        <Translate id="people.outboxPage.lead">
          Sem um servidor de e-mail configurado, as mensagens do portal ficam aqui.
        </Translate>
      }
    >
      <Suspense fallback={null}>{isBrowser && <Outbox />}</Suspense>
    </Page>
  );
}
