import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { useState } from 'react';
import type { PlatformError } from '../../client/platform-error.ts';
import { Moment } from '../../format/Moment.tsx';
import type { OAuthClient } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonRow } from '../../ui/ButtonRow.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Fact } from '../../ui/Fact.tsx';
import { RotateButton } from '../../ui/RotateButton.tsx';
import { CallChart } from '../CallChart.tsx';
import styles from '../Card.module.css';
import { EnvironmentBadge } from '../EnvironmentBadge.tsx';
import { LastUse } from '../LastUse.tsx';
import { ScopeChips } from '../scopes/ScopeChips.tsx';
import { ClientForm } from './ClientForm.tsx';
import type { ClientAction } from './use-clients.ts';

interface Props {
  client: OAuthClient;
  mayWrite: boolean;
  busy: boolean;
  /** Why the last change of this client was rejected. */
  error: PlatformError | null;
  onAct: (action: ClientAction, onDone?: () => void) => void;
}

/** One OAuth client: its scopes, its usage, and its actions. */
export function ClientCard({ client, mayWrite, busy, error, onAct }: Props) {
  const [isEditing, setEditing] = useState(false);
  const { id, name, environment, last_four, scopes, allowed_addresses, created_at, last_used } = client;
  const { previous_secret_expires_at } = client;
  const overlaps = previous_secret_expires_at !== null && Date.parse(previous_secret_expires_at) > Date.now();
  return (
    <article className={styles.card} aria-labelledby={`${id}-name`}>
      <div className={styles.head}>
        <h2 id={`${id}-name`}>{name}</h2>
        <EnvironmentBadge environment={environment} />
        <span className={styles.id}>
          <code className={styles.secret} translate="no">
            {id}
          </code>
          <CopyButton text={id} label={translate({ id: 'keys.clients.copyId', message: 'Copiar o client_id' })} />
        </span>
      </div>
      <div className={styles.body}>
        <dl className={styles.facts}>
          <Fact term="client_secret">
            <code translate="no">cs_••••{last_four}</code>
          </Fact>
          <Fact term={<Translate id="keys.scopes">Escopos</Translate>}>
            <ScopeChips scopes={scopes} />
          </Fact>
          <Fact term={<Translate id="keys.clients.created">Criado em</Translate>}>
            <Moment time={created_at} />
          </Fact>
          <Fact term={<Translate id="keys.lastUse">Último uso</Translate>}>
            <LastUse use={last_used} />
          </Fact>
          <Fact term={<Translate id="keys.clients.previous">Segredo anterior expira em</Translate>}>
            {overlaps && <Moment time={previous_secret_expires_at} />}
          </Fact>
          <Fact term={<Translate id="keys.addresses">Endereços IP permitidos</Translate>}>
            {allowed_addresses.length > 0 && <span translate="no">{allowed_addresses.join(', ')}</span>}
          </Fact>
        </dl>
        <CallChart calls={client.daily_calls} name={name} />
      </div>
      <ButtonRow size="small">
        {mayWrite && (
          <>
            <RotateButton
              disabled={busy}
              label={<Translate id="keys.clients.rotate">Trocar o segredo…</Translate>}
              heading={translate(
                { id: 'keys.clients.rotate.heading', message: 'Trocar o segredo de {name}' },
                { name },
              )}
              text={
                <Translate id="keys.clients.rotate.text">
                  O client_id não muda. Atualize os seus programas enquanto os dois segredos valem.
                </Translate>
              }
              onRotate={(overlapSeconds) => onAct({ kind: 'rotate', client, overlapSeconds })}
            />
            <Button size="small" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
              <Translate id="keys.edit">Editar</Translate>
            </Button>
            <ConfirmButton
              size="small"
              disabled={busy}
              label={<Translate id="keys.clients.delete">Excluir…</Translate>}
              question={translate(
                { id: 'keys.clients.delete.question', message: 'Excluir o cliente {name}?' },
                { name },
              )}
              consequence={
                <Translate id="keys.clients.delete.consequence">
                  Ele não obtém mais tokens, e os atuais deixam de valer na hora. Não é possível desfazer.
                </Translate>
              }
              action={<Translate id="keys.clients.delete.action">Excluir agora</Translate>}
              onConfirm={() => onAct({ kind: 'delete', id })}
            />
          </>
        )}
        <Link to={`/keys?tab=audit&target=${id}`}>
          <Translate id="keys.trail">Histórico</Translate>
        </Link>
      </ButtonRow>
      {isEditing && (
        <ClientForm
          client={client}
          busy={busy}
          error={error}
          onSave={(body) => onAct({ kind: 'change', id, body }, () => setEditing(false))}
          onCancel={() => setEditing(false)}
        />
      )}
    </article>
  );
}
