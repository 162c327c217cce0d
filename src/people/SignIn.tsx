import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { AccountForm } from './AccountForm.tsx';
import { emailField, passwordField } from './fields.ts';
import { useAccount } from './use-account.ts';

export function SignIn() {
  const account = useAccount();
  return (
    <AccountForm
      fields={[emailField(), passwordField('current-password')]}
      action={<Translate id="people.signIn">Entrar</Translate>}
      onSubmit={async ({ email = '', password = '' }) => {
        await account.call('sign-in', { email: email.trim(), password });
        await account.goOn();
      }}
    >
      <Link to="/reset-password">
        <Translate id="people.forgot">Esqueci a senha</Translate>
      </Link>
      <Link to={`/sign-up${window.location.search}`}>
        {translate({ id: 'people.toSignUp', message: 'Criar uma conta' })}
      </Link>
    </AccountForm>
  );
}
