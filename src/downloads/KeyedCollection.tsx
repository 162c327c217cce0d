import Translate from '@docusaurus/Translate';
import { useMutation } from '@tanstack/react-query';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { PlatformError } from '../client/platform-error.ts';
import { useGuestKey } from '../client/use-guest-key.ts';
import { useApiServer } from '../exchange/use-api-server.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import styles from './Downloads.module.css';
import type { DownloadLine } from './download-line.ts';
import { fillCollection } from './fill-collection.ts';

interface Props {
  api: DownloadLine;
}

/** Saves an API's Postman collection for the server that the reader has chosen: for the sandbox, with this browser's key filled in. */
export function KeyedCollection(props: Props) {
  return (
    <PlatformProvider>
      <SaveCollection {...props} />
    </PlatformProvider>
  );
}

async function fetchCollection(address: string): Promise<object> {
  const response = await fetch(address).catch((error: unknown) => {
    throw new PlatformError('unreachable', String(error));
  });
  if (!response.ok) throw new PlatformError('refused', `HTTP ${response.status}`, response);
  return response.json();
}

function SaveCollection({ api }: Props) {
  const { slug } = api;
  const { server, address } = useApiServer(api);
  const isOutside = server?.isOwn === false;
  const serverUrl = useServerUrl();
  const { getKey } = useGuestKey();
  const name = `${slug}.postman_collection.json`;
  const { mutate, isPending, isSuccess, error } = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const [key, collection] = await Promise.all([
        isOutside ? { secret: '' } : getKey(),
        fetchCollection(`${serverUrl}/downloads/${slug}/postman_collection.json`),
      ]);
      const values = { apiKey: key.secret, ...(isOutside && { baseUrl: address }) };
      saveFile(name, JSON.stringify(fillCollection(collection, values), undefined, 2), 'application/json');
    },
  });
  return (
    <div className={styles.keyed}>
      <Button variant="primary" disabled={isPending} onClick={() => mutate()}>
        {isPending ? (
          <Translate id="downloads.preparing">Preparando…</Translate>
        ) : isOutside ? (
          <Translate id="downloads.forServer" values={{ server: new URL(address).host }}>
            {'Baixar a coleção para {server}'}
          </Translate>
        ) : (
          <Translate id="downloads.withKey">Baixar a coleção com a minha chave</Translate>
        )}
      </Button>
      <div role="status">
        {isSuccess && (
          <Notice kind="good">
            <p>
              {isOutside ? (
                <Translate id="downloads.saved.forServer" values={{ name: <code translate="no">{name}</code> }}>
                  {'{name} foi salvo. Ponha a sua chave na variável apiKey.'}
                </Translate>
              ) : (
                <Translate id="downloads.saved" values={{ name: <code translate="no">{name}</code> }}>
                  {'{name} foi salvo com a sua chave de teste, que expira em 24 horas.'}
                </Translate>
              )}
            </p>
          </Notice>
        )}
      </div>
      {error instanceof PlatformError && <PlatformProblem error={error} onRetry={() => mutate()} />}
      {error && !(error instanceof PlatformError) && (
        <Notice kind="bad" role="alert">
          <p>
            <Translate id="downloads.unfit">Não foi possível preparar a coleção que o servidor enviou.</Translate>{' '}
            <code translate="no">{error.message}</code>
          </p>
        </Notice>
      )}
    </div>
  );
}
