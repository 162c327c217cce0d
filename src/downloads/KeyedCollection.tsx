import Translate from '@docusaurus/Translate';
import { useMutation } from '@tanstack/react-query';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { PlatformError } from '../client/platform-error.ts';
import { useGuestKey } from '../client/use-guest-key.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';
import { saveFile } from '../ui/save-file.ts';
import { useServerUrl } from '../ui/use-server-url.ts';
import styles from './Downloads.module.css';
import { fillCollection } from './fill-collection.ts';

interface Props {
  slug: string;
}

/** Saves an API's Postman collection with this browser's key filled in. */
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

function SaveCollection({ slug }: Props) {
  const serverUrl = useServerUrl();
  const { getKey } = useGuestKey();
  const name = `${slug}.postman_collection.json`;
  const { mutate, isPending, isSuccess, error } = useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const [key, collection] = await Promise.all([
        getKey(),
        fetchCollection(`${serverUrl}/downloads/${slug}/postman_collection.json`),
      ]);
      saveFile(name, JSON.stringify(fillCollection(collection, key.secret), undefined, 2), 'application/json');
    },
  });
  return (
    <div className={styles.keyed}>
      <Button variant="primary" disabled={isPending} onClick={() => mutate()}>
        {isPending ? (
          <Translate id="downloads.preparing">Preparando…</Translate>
        ) : (
          <Translate id="downloads.withKey">Baixar a coleção com a minha chave</Translate>
        )}
      </Button>
      <div role="status">
        {isSuccess && (
          <Notice kind="good">
            <p>
              <Translate id="downloads.saved" values={{ name: <code translate="no">{name}</code> }}>
                {'{name} foi salvo com a sua chave de teste, que expira em 24 horas.'}
              </Translate>
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
