import Translate from '@docusaurus/Translate';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../client/account-client.ts';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import type { PlatformError } from '../client/platform-error.ts';
import { Moment } from '../format/Moment.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useServerUrl } from '../ui/use-server-url.ts';
import { LetterText } from './LetterText.tsx';
import styles from './People.module.css';

interface Letter {
  id: string;
  to: string;
  subject: string;
  text: string;
  created_at: string;
}

/** The letters that were kept because no mail server is configured; readable on the machine of the server alone. */
export function Outbox() {
  return (
    <PlatformProvider>
      <Letters />
    </PlatformProvider>
  );
}

function Letters() {
  const serverUrl = useServerUrl();
  const { data, error, refetch } = useQuery<{ data: Letter[] }, PlatformError>({
    queryKey: ['outbox', serverUrl],
    queryFn: () => ask(`${serverUrl}/account/outbox`, {}),
    refetchInterval: 5_000,
    retry: false,
    networkMode: 'always',
  });
  if (error?.status === 404) {
    return (
      <Notice>
        <p>
          <Translate id="people.outbox.closed">
            Aqui não há o que ler: este portal envia os e-mails por um servidor, ou só os mostra na máquina em que roda.
          </Translate>
        </p>
      </Notice>
    );
  }
  if (error && !data) return <PlatformProblem error={error} onRetry={() => refetch()} />;
  if (!data) return null;
  if (data.data.length === 0) {
    return (
      <p>
        <Translate id="people.outbox.empty">Ainda não há e-mails. Convide alguém ou peça uma nova senha.</Translate>
      </p>
    );
  }
  return data.data.map(({ id, to, subject, text, created_at }) => (
    <article key={id} className={styles.letter}>
      <h2>{subject}</h2>
      <p className={styles.hint}>
        {to} · <Moment time={created_at} timeStyle="medium" />
      </p>
      <LetterText text={text} />
    </article>
  ));
}
