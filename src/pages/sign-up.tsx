import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import { lazy, Suspense } from 'react';
import { Page } from '../ui/Page.tsx';

const SignUp = lazy(async () => ({ default: (await import('../people/SignUp.tsx')).SignUp }));

/** Creates an account for a guest. */
export default function SignUpPage() {
  const isBrowser = useIsBrowser();
  return (
    <Page
      title={translate({ id: 'people.signUpPage.title', message: 'Criar uma conta' })}
      description={translate({
        id: 'people.signUpPage.description',
        message: 'Crie uma conta e mantenha o espaço de trabalho que você usa como visitante.',
      })}
      keywords={translate({ id: 'people.signUpPage.keywords', message: 'cadastro, cadastrar-se, registrar' })}
      lead={<Translate id="people.signUpPage.lead">Nome, e-mail e senha, e mais nada.</Translate>}
    >
      <Suspense fallback={null}>{isBrowser && <SignUp />}</Suspense>
    </Page>
  );
}
