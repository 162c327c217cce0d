import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const ConfirmEmail = lazy(async () => ({ default: (await import('../people/ConfirmEmail.tsx')).ConfirmEmail }));

/** The target of the link in the sign-up e-mail. */
export default function ConfirmEmailPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      isPersonal
      title={translate({ id: 'people.confirmPage.title', message: 'Confirmar o e-mail' })}
      description={translate({
        id: 'people.confirmPage.description',
        message: 'Confirme que o e-mail da sua conta é seu.',
      })}
      lead={<Translate id="people.confirmPage.lead">O link que enviamos comprova que o endereço é seu.</Translate>}
    >
      <Suspense fallback={null}>{isBrowser && <ConfirmEmail />}</Suspense>
    </Page>
  );
}
