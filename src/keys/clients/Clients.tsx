import Translate from '@docusaurus/Translate';
import { useState } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { Button } from '../../ui/Button.tsx';
import styles from '../Keys.module.css';
import { ClientCard } from './ClientCard.tsx';
import { ClientForm } from './ClientForm.tsx';
import { NewClient } from './NewClient.tsx';
import { type ClientAction, type ClientWithSecret, useClients } from './use-clients.ts';

/** The OAuth clients of the workspace, and a form for another one. */
export function Clients({ mayWrite }: { mayWrite: boolean }) {
  const { read, act } = useClients();
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<ClientWithSecret>();
  const clients = read.data?.pages.flatMap(({ data }) => data);

  if (read.error && !clients) return <PlatformProblem error={read.error} onRetry={() => void read.refetch()} />;
  if (!clients) {
    return (
      <p role="status" className={styles.quiet}>
        <Translate id="keys.clients.loading">Lendo os clientes…</Translate>
      </p>
    );
  }

  function perform(action: ClientAction) {
    act.mutate(action, {
      onSuccess: (data) => {
        if (data) setMade(data);
        else if (action.kind === 'delete') setMade((shown) => (shown?.id === action.id ? undefined : shown));
        if (action.kind === 'create') setCreating(false);
      },
    });
  }

  const kindOf = act.variables?.kind;
  return (
    <div className={styles.list}>
      {made && <NewClient client={made} onDone={() => setMade(undefined)} />}
      {isCreating ? (
        <section className={styles.form}>
          <h2>
            <Translate id="keys.clients.new">Novo cliente</Translate>
          </h2>
          <ClientForm
            busy={act.isPending}
            error={kindOf === 'create' ? act.error : null}
            onSave={(body) => perform({ kind: 'create', body })}
            onCancel={() => setCreating(false)}
          />
        </section>
      ) : mayWrite ? (
        <div>
          <Button variant={made ? 'quiet' : 'primary'} onClick={() => setCreating(true)}>
            <Translate id="keys.clients.new">Novo cliente</Translate>
          </Button>
        </div>
      ) : null}
      {kindOf !== 'create' && act.error && <PlatformProblem error={act.error} />}
      {read.error && <PlatformProblem error={read.error} onRetry={() => void read.refetch()} />}
      {clients.length === 0 && !isCreating && (
        <p className={styles.empty}>
          <Translate id="keys.clients.empty">
            Nenhum cliente ainda. Um cliente troca o seu segredo por tokens curtos (client credentials), e só os tokens
            viajam nas chamadas.
          </Translate>
        </p>
      )}
      <div className={styles.cards}>
        {clients.map((client) => (
          <ClientCard key={client.id} client={client} mayWrite={mayWrite} busy={act.isPending} onAct={perform} />
        ))}
      </div>
      {read.hasNextPage && (
        <div>
          <Button disabled={read.isFetchingNextPage} onClick={() => void read.fetchNextPage()}>
            <Translate id="keys.more">Mostrar mais</Translate>
          </Button>
        </div>
      )}
    </div>
  );
}
