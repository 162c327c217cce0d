import Translate, { translate } from '@docusaurus/Translate';
import type { OwnSession } from '../client/account-client.ts';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { Moment } from '../format/Moment.tsx';
import { Button } from '../ui/Button.tsx';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { Part } from '../ui/Part.tsx';
import { Table } from '../ui/Table.tsx';
import { describeBrowser } from './describe-browser.ts';
import styles from './People.module.css';
import { useSessions } from './use-sessions.ts';

/** The person's sessions, with an action to end them. */
export function Sessions() {
  const { read, end } = useSessions();
  const sessions = read.data ?? [];
  const busy = end.isPending || read.isFetching;
  const columns = [
    translate({ id: 'people.sessions.browser', message: 'Navegador' }),
    translate({ id: 'people.sessions.since', message: 'Entrada' }),
    translate({ id: 'people.actions', message: 'Ações' }),
  ];
  return (
    <Part title={<Translate id="people.sessions">Onde você está conectado</Translate>} isBusy={busy}>
      {read.error && !read.data && <PlatformProblem error={read.error} onRetry={() => read.refetch()} />}
      {sessions.length > 0 && (
        <Table className={styles.stacked} columns={columns} rows={sessions}>
          {(session) => <Line key={session.id} session={session} busy={busy} onEnd={() => end.mutate(session.id)} />}
        </Table>
      )}
      {sessions.length > 1 && (
        <p className={styles.below}>
          <ConfirmButton
            disabled={busy}
            label={<Translate id="people.sessions.others">Encerrar todas as outras…</Translate>}
            question={<Translate id="people.sessions.others.question">Encerrar todas as outras sessões?</Translate>}
            consequence={
              <Translate id="people.sessions.others.consequence">
                Os outros navegadores são desconectados na hora, e as chaves dos consoles abertos neles deixam de
                funcionar. Este continua conectado.
              </Translate>
            }
            action={<Translate id="people.sessions.others.action">Encerrar as outras</Translate>}
            onConfirm={() => end.mutate(undefined)}
          />
        </p>
      )}
      <div role="status" className={styles.said}>
        {end.isSuccess && !busy && (
          <Translate id="people.sessions.ended">Pronto: só as sessões da lista continuam abertas.</Translate>
        )}
      </div>
      {end.error && <PlatformProblem error={end.error} />}
    </Part>
  );
}

function Line({ session, busy, onEnd }: { session: OwnSession; busy: boolean; onEnd: () => void }) {
  const { created_at, current, user_agent } = session;
  const name = browserText(user_agent);
  return (
    <tr>
      <td>{name}</td>
      <td>
        <Moment time={created_at} />
      </td>
      <td>
        {current ? (
          <Translate id="people.sessions.here">este navegador</Translate>
        ) : (
          <Button
            size="small"
            disabled={busy}
            onClick={onEnd}
            aria-label={translate({ id: 'people.sessions.end.of', message: 'Encerrar a sessão em {name}' }, { name })}
          >
            <Translate id="people.sessions.end">Encerrar</Translate>
          </Button>
        )}
      </td>
    </tr>
  );
}

function browserText(userAgent: string | null): string {
  const { browser, system } = describeBrowser(userAgent);
  if (browser && system)
    return translate({ id: 'people.sessions.on', message: '{browser} no {system}' }, { browser, system });
  return browser ?? system ?? translate({ id: 'people.sessions.unknown', message: 'Navegador desconhecido' });
}
