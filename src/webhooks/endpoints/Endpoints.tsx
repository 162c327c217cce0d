import Translate from '@docusaurus/Translate';
import { useState } from 'react';
import { Awaiting } from '../../client/Awaiting.tsx';
import { Button } from '../../ui/Button.tsx';
import { usePageQuery } from '../../ui/use-page-query.ts';
import { EndpointCard } from './EndpointCard.tsx';
import { EndpointForm } from './EndpointForm.tsx';
import styles from './Endpoints.module.css';
import { NewSecret } from './NewSecret.tsx';
import { useEndpoints } from './use-endpoints.ts';

/** The webhook endpoints, and a form to add one. */
export function Endpoints() {
  const { read, act } = useEndpoints();
  const { search } = usePageQuery();
  const wanted = new URLSearchParams(search).get('endpoint');
  const [isCreating, setCreating] = useState(false);
  const endpoints = read.data;

  if (!endpoints) {
    return (
      <Awaiting read={read}>
        <Translate id="webhooks.endpoints.loading">Carregando os endpoints…</Translate>
      </Awaiting>
    );
  }
  const isOpen = isCreating || endpoints.length === 0;
  return (
    <div className={styles.endpoints}>
      <NewSecret act={act} />
      {!isOpen && (
        <div>
          <Button variant="primary" onClick={() => setCreating(true)}>
            <Translate id="webhooks.endpoints.new">Novo endpoint</Translate>
          </Button>
        </div>
      )}
      {isOpen && (
        <section className={styles.card}>
          <h2>
            <Translate id="webhooks.endpoints.new">Novo endpoint</Translate>
          </h2>
          <EndpointForm
            busy={act.isPending}
            error={act.variables?.kind === 'create' ? act.error : null}
            onSave={(body) => act.mutate({ kind: 'create', body }, { onSuccess: () => setCreating(false) })}
            onCancel={endpoints.length > 0 ? () => setCreating(false) : undefined}
          />
        </section>
      )}
      {endpoints.toReversed().map((endpoint) => (
        <EndpointCard key={endpoint.id} endpoint={endpoint} isWanted={endpoint.id === wanted} />
      ))}
    </div>
  );
}
