import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { useEffect, useRef, useState } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { WebhookEndpoint } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonRow } from '../../ui/ButtonRow.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { RotateButton } from '../../ui/RotateButton.tsx';
import { writeFilters } from '../log/log-filters.ts';
import { EndpointForm } from './EndpointForm.tsx';
import { EndpointState } from './EndpointState.tsx';
import styles from './Endpoints.module.css';
import { NewSecret } from './NewSecret.tsx';
import { TestEvent } from './TestEvent.tsx';
import { useEndpoints } from './use-endpoints.ts';

/** One endpoint: what it receives, its health, and its actions. */
export function EndpointCard({ endpoint, isWanted }: { endpoint: WebhookEndpoint; isWanted: boolean }) {
  const { act } = useEndpoints();
  const [isEditing, setEditing] = useState(false);
  const card = useRef<HTMLElement>(null);
  const { id, url, description, status, event_types, api_versions } = endpoint;
  const versions = Object.entries(api_versions);

  useEffect(() => {
    if (isWanted) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isWanted]);

  return (
    <section ref={card} className={styles.card} data-wanted={isWanted} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{description || <span translate="no">{url}</span>}</h2>
      {description && (
        <p className={styles.url} translate="no">
          {url}
        </p>
      )}
      <EndpointState endpoint={endpoint} />
      <p className={styles.types}>
        {event_types.includes('*') ? (
          <Translate id="webhooks.endpoint.everything">Recebe todos os eventos</Translate>
        ) : (
          event_types.map((name) => (
            <code key={name} translate="no">
              {name}
            </code>
          ))
        )}
        {versions.length > 0 && (
          <span className={styles.quiet}>{versions.map((pair) => pair.join(' ')).join(', ')}</span>
        )}
      </p>
      <ButtonRow size="small">
        <Button
          size="small"
          disabled={act.isPending}
          onClick={() =>
            act.mutate({ kind: 'change', id, body: { status: status === 'active' ? 'paused' : 'active' } })
          }
        >
          {status === 'active' && <Translate id="webhooks.endpoint.pause">Pausar</Translate>}
          {status === 'paused' && <Translate id="webhooks.endpoint.resume">Retomar</Translate>}
          {status === 'disabled' && <Translate id="webhooks.endpoint.enable">Reativar</Translate>}
        </Button>
        <Button size="small" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
          <Translate id="webhooks.endpoint.edit">Editar</Translate>
        </Button>
        <RotateButton
          disabled={act.isPending}
          label={<Translate id="webhooks.rotate">Trocar o segredo…</Translate>}
          heading={<Translate id="webhooks.rotate.heading">Trocar o segredo</Translate>}
          text={
            <Translate id="webhooks.rotate.text">
              Durante a transição, cada entrega leva duas assinaturas, uma de cada segredo. Nada se perde enquanto você
              atualiza o receptor.
            </Translate>
          }
          onRotate={(overlapSeconds) => act.mutate({ kind: 'rotate', id, overlapSeconds })}
        />
        <ConfirmButton
          size="small"
          disabled={act.isPending}
          label={<Translate id="webhooks.endpoint.delete">Excluir…</Translate>}
          question={<Translate id="webhooks.endpoint.delete.question">Excluir este endpoint?</Translate>}
          consequence={
            <Translate id="webhooks.endpoint.delete.consequence">
              Ele não recebe mais nada, e as entregas pendentes são canceladas. O histórico de entregas é mantido.
            </Translate>
          }
          action={<Translate id="webhooks.endpoint.delete.action">Excluir o endpoint</Translate>}
          onConfirm={() => act.mutate({ kind: 'delete', id })}
        />
        <Link to={`/webhooks${writeFilters('', { endpoint_id: id })}`}>
          <Translate id="webhooks.endpoint.deliveries">Entregas</Translate>
        </Link>
      </ButtonRow>
      <TestEvent
        disabled={act.isPending || status !== 'active'}
        onSend={(type) => act.mutate({ kind: 'test', id, type })}
      />
      <span role="status" className={styles.said}>
        {act.isSuccess && act.variables.kind === 'test' && (
          <Translate id="webhooks.endpoint.tested">
            O evento de teste foi enviado. Veja o resultado em Entregas.
          </Translate>
        )}
      </span>
      <NewSecret act={act} />
      {act.error && act.variables?.kind !== 'change' && <PlatformProblem error={act.error} />}
      {act.error && act.variables?.kind === 'change' && !isEditing && <PlatformProblem error={act.error} />}
      {isEditing && (
        <EndpointForm
          endpoint={endpoint}
          busy={act.isPending}
          error={act.variables?.kind === 'change' ? act.error : null}
          onSave={(body) => act.mutate({ kind: 'change', id, body }, { onSuccess: () => setEditing(false) })}
          onCancel={() => setEditing(false)}
        />
      )}
    </section>
  );
}
