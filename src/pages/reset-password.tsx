import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const ResetPassword = lazy(async () => ({ default: (await import('../people/ResetPassword.tsx')).ResetPassword }));

export default function ResetPasswordPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      isPersonal
      title={translate({ id: 'people.resetPage.title', message: 'Nova senha' })}
      description={translate({
        id: 'people.resetPage.description',
        message: 'Escolha uma nova senha com um link enviado ao seu e-mail.',
      })}
      lead={
        <Translate id="people.resetPage.lead">Enviamos um link por e-mail para você escolher outra senha.</Translate>
      }
    >
      <Suspense fallback={null}>{isBrowser && <ResetPassword />}</Suspense>
    </Page>
  );
}
