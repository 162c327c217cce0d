import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { useState } from 'react';
import { AccountError } from '../client/account-client.ts';
import { AccountForm } from './AccountForm.tsx';
import { emailField, nameField, passwordField } from './fields.ts';
import { useAccount } from './use-account.ts';

/** Creates an account, which takes over this browser's guest workspace. */
export function SignUp() {
  const account = useAccount();
  const [key] = useState(account.guestKey);
  return (
    <>
      <p>
        {key ? (
          <Translate id="people.signUp.keep">
            O espaço que você usa agora, com tudo o que criou nele, passa a ser seu e não expira mais.
          </Translate>
        ) : (
          <Translate id="people.signUp.new">Você recebe um espaço de trabalho só seu, que não expira.</Translate>
        )}
      </p>
      <AccountForm
        fields={[nameField(), emailField(), passwordField('new-password')]}
        action={<Translate id="people.signUp">Criar conta</Translate>}
        onSubmit={async ({ name = '', email = '', password = '' }) => {
          const body = { name, email: email.trim(), password };
          // A key that the server does not accept must not block the account: sign up without it, and keep it.
          const hasEnded = (error: unknown) =>
            error instanceof AccountError && ['invalid_key', 'expired_key'].includes(error.code ?? '');
          try {
            await account.call('sign-up', body, { key });
            account.forgetGuest();
          } catch (error) {
            if (!hasEnded(error)) throw error;
            await account.call('sign-up', body);
          }
          await account.goOn();
        }}
      >
        <Link to={`/sign-in${window.location.search}`}>
          <Translate id="people.toSignIn">Já tenho uma conta</Translate>
        </Link>
      </AccountForm>
    </>
  );
}
