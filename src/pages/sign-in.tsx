import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const SignIn = lazy(async () => ({ default: (await import('../people/SignIn.tsx')).SignIn }));

export default function SignInPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      isPersonal
      title={translate({ id: 'people.signInPage.title', message: 'Entrar' })}
      description={translate({
        id: 'people.signInPage.description',
        message: 'Entre na sua conta para continuar nos seus espaços de trabalho.',
      })}
      keywords={translate({ id: 'people.signInPage.keywords', message: 'login, acessar, e-mail, senha' })}
      lead={
        <Translate id="people.signInPage.lead">
          Continue de onde parou, com os mesmos dados e as mesmas chaves.
        </Translate>
      }
    >
      <Suspense fallback={null}>{isBrowser && <SignIn />}</Suspense>
    </Page>
  );
}
