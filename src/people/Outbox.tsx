import Translate from '@docusaurus/Translate';
import { useQuery } from '@tanstack/react-query';
import { ask } from '../client/account-client.ts';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import type { PlatformError } from '../client/platform-error.ts';
import { Moment } from '../format/Moment.tsx';
import { Notice } from '../ui/Notice.tsx';
import { useServerUrl } from '../ui/use-server-url.ts';
import { EmailText } from './EmailText.tsx';
import styles from './People.module.css';

interface Email {
  id: string;
  to: string;
  subject: string;
  text: string;
  created_at: string;
}

/** E-mails that were stored because no mail server is configured; readable only from the server's machine. */
export function Outbox() {
  return (
    <PlatformProvider>
      <Emails />
    </PlatformProvider>
  );
}

function Emails() {
  const serverUrl = useServerUrl();
  const { data, error, refetch } = useQuery<{ data: Email[] }, PlatformError>({
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
            Não há nada para ler aqui: este portal envia os e-mails por um servidor ou só os mostra na máquina em que
            roda.
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
        <Translate id="people.outbox.empty">Nenhum e-mail ainda. Convide alguém ou peça uma nova senha.</Translate>
      </p>
    );
  }
  return data.data.map(({ id, to, subject, text, created_at }) => (
    <article key={id} className={styles.email}>
      <h2>{subject}</h2>
      <p className={styles.hint}>
        {to} · <Moment time={created_at} timeStyle="medium" />
      </p>
      <EmailText text={text} />
    </article>
  ));
}
