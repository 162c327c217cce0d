import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Awaiting } from '../client/Awaiting.tsx';
import { callAccount, type OpenInvitation } from '../client/account-client.ts';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import type { PlatformError } from '../client/platform-error.ts';
import { ButtonLink } from '../ui/Button.tsx';
import { ButtonRow } from '../ui/ButtonRow.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useServerUrl } from '../ui/use-server-url.ts';
import { AccountForm } from './AccountForm.tsx';
import { forgetLinkToken, takeLinkToken } from './link-token.ts';
import { roleText } from './role-text.ts';
import { useAccount } from './use-account.ts';
import { useSession } from './use-session.ts';

const page = 'invitation';

/** Shows the invitation of the link that opened the page, and accepts it. */
export function Invitation() {
  const [token] = useState(() => takeLinkToken(page));
  if (!token) {
    return (
      <Notice>
        <p>
          <Translate id="people.invitation.none">
            Abra esta página pelo link do convite. Se ele não funcionar, copie o endereço inteiro.
          </Translate>
        </p>
      </Notice>
    );
  }
  return (
    <PlatformProvider>
      <Opened token={token} />
    </PlatformProvider>
  );
}

function Opened({ token }: { token: string }) {
  const serverUrl = useServerUrl();
  const session = useSession();
  const read = useQuery<OpenInvitation, PlatformError>({
    queryKey: ['invitation', serverUrl, token],
    queryFn: () => callAccount(serverUrl, 'show-invitation', { token }),
    retry: false,
    networkMode: 'always',
  });
  if (read.error?.status === 410) {
    return (
      <Notice kind="warn" role="alert">
        <p>
          <Translate id="people.invitation.expired">
            Este convite não vale mais: já foi aceito, foi revogado ou expirou. Peça outro a quem convidou você.
          </Translate>
        </p>
      </Notice>
    );
  }
  if (!read.data || session.isPending) {
    return (
      <Awaiting read={read}>
        <Translate id="people.invitation.loading">Carregando o convite…</Translate>
      </Awaiting>
    );
  }
  const { workspace, role, email, invited_by } = read.data;
  const values = { who: invited_by ?? '', workspace: <strong>{workspace}</strong>, role: roleText(role) };
  return (
    <>
      <p>
        {invited_by ? (
          <Translate id="people.invitation.by" values={values}>
            {'{who} convida você para o espaço {workspace}. Seu papel: {role}.'}
          </Translate>
        ) : (
          <Translate id="people.invitation.text" values={{ workspace: values.workspace, role: values.role }}>
            {'Você foi convidado para o espaço {workspace}. Seu papel: {role}.'}
          </Translate>
        )}
      </p>
      <Accept token={token} email={email} signedInAs={session.data?.person?.email} />
    </>
  );
}

function Accept({ token, email, signedInAs }: { token: string; email: string; signedInAs: string | undefined }) {
  const account = useAccount();
  const back = `?next=${encodeURIComponent(window.location.pathname)}`;
  if (signedInAs === email) {
    return (
      <AccountForm
        fields={[]}
        action={<Translate id="people.invitation.accept">Aceitar o convite</Translate>}
        onSubmit={async () => {
          await account.call('accept-invitation', { token });
          forgetLinkToken(page);
          await account.goOn('members');
        }}
      />
    );
  }
  return (
    <>
      <p>
        {signedInAs ? (
          <Translate id="people.invitation.other" values={{ email: <strong>{email}</strong>, own: signedInAs }}>
            {'O convite foi enviado a {email}, mas você entrou como {own}. Saia da conta e entre com aquele e-mail.'}
          </Translate>
        ) : (
          <Translate id="people.invitation.signIn" values={{ email: <strong>{email}</strong> }}>
            {'Para aceitar, entre ou crie uma conta com o e-mail {email}.'}
          </Translate>
        )}
      </p>
      <ButtonRow>
        {signedInAs ? (
          <Link to="/account">{translate({ id: 'people.account.title', message: 'Sua conta' })}</Link>
        ) : (
          <>
            <ButtonLink variant="primary" to={`/sign-up${back}`}>
              <Translate id="people.signUp">Criar conta</Translate>
            </ButtonLink>
            <ButtonLink to={`/sign-in${back}`}>
              <Translate id="people.signIn">Entrar</Translate>
            </ButtonLink>
          </>
        )}
      </ButtonRow>
    </>
  );
}
