import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { useState } from 'react';
import { AccountError } from '../client/account-client.ts';
import { Notice } from '../ui/Notice.tsx';
import { AccountForm } from './AccountForm.tsx';
import { emailField, passwordField } from './fields.ts';
import { forgetLinkToken, takeLinkToken } from './link-token.ts';
import { useAccount } from './use-account.ts';

const page = 'reset-password';

/** Requests a link by e-mail; opened by that link, it sets a new password. */
export function ResetPassword() {
  const [token, setToken] = useState(() => takeLinkToken(page));
  return token ? <ChoosePassword token={token} onExpired={() => setToken(undefined)} /> : <AskForLink />;
}

function AskForLink() {
  const account = useAccount();
  return (
    <AccountForm
      fields={[emailField()]}
      action={<Translate id="people.reset.ask">Enviar o link</Translate>}
      onSubmit={async ({ email = '' }) => {
        await account.call('request-password-reset', { email: email.trim() });
      }}
      done={
        <Translate id="people.reset.asked">
          Se houver uma conta com esse e-mail, o link chega em instantes e expira em uma hora.
        </Translate>
      }
    >
      <Link to="/sign-in">
        <Translate id="people.reset.back">Voltar ao login</Translate>
      </Link>
    </AccountForm>
  );
}

function ChoosePassword({ token, onExpired }: { token: string; onExpired: () => void }) {
  const account = useAccount();
  const [isDone, setDone] = useState(false);
  if (isDone) {
    return (
      <Notice kind="good" role="status">
        <p>
          <Translate
            id="people.reset.done"
            values={{
              signIn: (
                <Link to="/sign-in">
                  <Translate id="people.reset.signIn">entre com a nova senha</Translate>
                </Link>
              ),
            }}
          >
            {'A senha foi trocada e as sessões abertas foram encerradas. Agora {signIn}.'}
          </Translate>
        </p>
      </Notice>
    );
  }
  return (
    <AccountForm
      fields={[passwordField('new-password')]}
      action={<Translate id="people.reset.choose">Trocar a senha</Translate>}
      onSubmit={async ({ password = '' }) => {
        await account.call('reset-password', { token, password }).catch((error: unknown) => {
          if (error instanceof AccountError && error.code === 'expired_link') forgetLinkToken(page);
          throw error;
        });
        forgetLinkToken(page);
        setDone(true);
      }}
    >
      <Link to="/reset-password" onClick={onExpired}>
        <Translate id="people.reset.again">Pedir outro link</Translate>
      </Link>
    </AccountForm>
  );
}
