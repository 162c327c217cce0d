import Translate from '@docusaurus/Translate';
import { useState } from 'react';
import { Awaiting } from '../../client/Awaiting.tsx';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import styles from '../Keys.module.css';
import { MoreButton } from '../MoreButton.tsx';
import { NewForm } from '../NewForm.tsx';
import { ClientCard } from './ClientCard.tsx';
import { ClientForm } from './ClientForm.tsx';
import { NewClient } from './NewClient.tsx';
import { type ClientAction, type ClientWithSecret, useClients } from './use-clients.ts';

/** The OAuth clients of the workspace, and a form to add one. */
export function Clients({ mayWrite }: { mayWrite: boolean }) {
  const { read, act } = useClients();
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<ClientWithSecret>();
  const clients = read.data?.pages.flatMap(({ data }) => data);

  if (!clients) {
    return (
      <Awaiting read={read}>
        <Translate id="keys.clients.loading">Carregando os clientes…</Translate>
      </Awaiting>
    );
  }

  function perform(action: ClientAction, onDone?: () => void) {
    act.mutate(action, {
      onSuccess: (data) => {
        if (data) setMade(data);
        else if (action.kind === 'delete') setMade((shown) => (shown?.id === action.id ? undefined : shown));
        onDone?.();
      },
    });
  }

  const kindOf = act.variables?.kind;
  return (
    <div className={styles.list}>
      {made && <NewClient client={made} onDone={() => setMade(undefined)} />}
      <NewForm
        title={<Translate id="keys.clients.new">Novo cliente</Translate>}
        isOpen={isCreating}
        mayOpen={mayWrite}
        variant={made ? 'quiet' : 'primary'}
        onOpen={() => setCreating(true)}
      >
        <ClientForm
          busy={act.isPending}
          error={kindOf === 'create' ? act.error : null}
          onSave={(body) => perform({ kind: 'create', body }, () => setCreating(false))}
          onCancel={() => setCreating(false)}
        />
      </NewForm>
      {(kindOf === 'rotate' || kindOf === 'delete') && act.error && <PlatformProblem error={act.error} />}
      {read.error && <PlatformProblem error={read.error} onRetry={() => void read.refetch()} />}
      {clients.length === 0 && !isCreating && (
        <p className={styles.empty}>
          <Translate id="keys.clients.empty">
            Nenhum cliente ainda. Um cliente troca o segredo por tokens de curta duração (client credentials), e só os
            tokens vão nas chamadas.
          </Translate>
        </p>
      )}
      <div className={styles.cards}>
        {clients.map((client) => (
          <ClientCard
            key={client.id}
            client={client}
            mayWrite={mayWrite}
            busy={act.isPending}
            error={act.variables?.kind === 'change' && act.variables.id === client.id ? act.error : null}
            onAct={perform}
          />
        ))}
      </div>
      <MoreButton read={read} />
    </div>
  );
}
