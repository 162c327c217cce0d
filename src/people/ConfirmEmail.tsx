import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Awaiting } from '../client/Awaiting.tsx';
import { callAccount } from '../client/account-client.ts';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import type { PlatformError } from '../client/platform-error.ts';
import { Notice } from '../ui/Notice.tsx';
import { useServerUrl } from '../ui/use-server-url.ts';
import { takeLinkToken } from './link-token.ts';

/** Confirms an e-mail address with the token of the link that opened the page. */
export function ConfirmEmail() {
  const [token] = useState(() => takeLinkToken('confirm-email'));
  if (!token) {
    return (
      <Notice>
        <p>
          <Translate id="people.confirm.none">
            Abra esta página pelo link que enviamos. Se ele não funcionar, copie o endereço inteiro.
          </Translate>
        </p>
      </Notice>
    );
  }
  return (
    <PlatformProvider>
      <Confirming token={token} />
    </PlatformProvider>
  );
}

function Confirming({ token }: { token: string }) {
  const serverUrl = useServerUrl();
  const read = useQuery<boolean, PlatformError>({
    queryKey: ['confirm-email', serverUrl, token],
    queryFn: async () => {
      await callAccount(serverUrl, 'confirm-email', { token });
      return true;
    },
    retry: false,
    refetchOnWindowFocus: false,
    networkMode: 'always',
  });
  const account = (
    <Link to="/account">
      <Translate id="people.confirm.account">sua conta</Translate>
    </Link>
  );
  if (read.isSuccess) {
    return (
      <Notice kind="good" role="status">
        <p>
          <Translate id="people.confirm.done" values={{ account }}>
            {'O seu e-mail está confirmado. Volte à {account} quando quiser.'}
          </Translate>
        </p>
      </Notice>
    );
  }
  if (read.error?.status === 410) {
    return (
      <Notice kind="warn" role="alert">
        <p>
          <Translate id="people.confirm.expired" values={{ account }}>
            {'Este link não vale mais: expirou ou não foi copiado inteiro. Peça outro na {account}.'}
          </Translate>
        </p>
      </Notice>
    );
  }
  return (
    <Awaiting read={read}>
      <Translate id="people.confirm.loading">Confirmando o e-mail…</Translate>
    </Awaiting>
  );
}
