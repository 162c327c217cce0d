import Translate from '@docusaurus/Translate';
import { CodeView } from '../../ui/CodeView.tsx';
import { SecretOnce } from '../../ui/SecretOnce.tsx';
import { useOrigin } from '../../ui/use-origin.ts';
import type { ClientWithSecret } from './use-clients.ts';

/** The secret of a new client, and the request that gets a token with it. */
export function NewClient({ client, onDone }: { client: ClientWithSecret; onDone: () => void }) {
  const origin = useOrigin();
  const { id, name, secret } = client;
  const write = (shown: string) =>
    [
      `curl '${origin}/oauth/token'`,
      `--user '${id}:${shown}'`,
      '--data grant_type=client_credentials',
      ...(client.scopes.length > 0 ? [`--data 'scope=${client.scopes.join(' ')}'`] : []),
    ].join(' \\\n  ');
  return (
    <SecretOnce
      key={secret}
      heading={
        <Translate id="keys.clients.made" values={{ name }}>
          {'O cliente {name} está pronto'}
        </Translate>
      }
      secret={secret}
      onDone={onDone}
    >
      <p>
        <Translate id="keys.clients.curl">
          Com esta chamada, o programa obtém um token para enviar como Bearer:
        </Translate>
      </p>
      <CodeView wrap code={write(`cs_••••${secret.slice(-4)}`)} copyText={write(secret)} language="shell" />
    </SecretOnce>
  );
}
