import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { useState } from 'react';
import type { PlatformError } from '../../client/platform-error.ts';
import type { ApiKey } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import { ButtonRow } from '../../ui/ButtonRow.tsx';
import { ConfirmButton } from '../../ui/ConfirmButton.tsx';
import { RotateButton } from '../../ui/RotateButton.tsx';
import { CallChart } from '../CallChart.tsx';
import styles from '../Card.module.css';
import { EnvironmentBadge } from '../EnvironmentBadge.tsx';
import { KeyFacts } from './KeyFacts.tsx';
import { KeyForm } from './KeyForm.tsx';
import type { KeyAction } from './use-keys.ts';

interface Props {
  apiKey: ApiKey;
  /** Whether this page uses the key itself. */
  isOwn: boolean;
  mayWrite: boolean;
  busy: boolean;
  /** Why the last change of this key was rejected. */
  error: PlatformError | null;
  onAct: (action: KeyAction, onDone?: () => void) => void;
}

/** One key: its access, its usage, and its actions. */
export function KeyCard({ apiKey, isOwn, mayWrite, busy, error, onAct }: Props) {
  const [isEditing, setEditing] = useState(false);
  const { id, name, prefix, last_four, environment, status } = apiKey;
  return (
    <article className={styles.card} aria-labelledby={`${id}-name`}>
      <div className={styles.head}>
        <h2 id={`${id}-name`}>{name}</h2>
        <EnvironmentBadge environment={environment} />
        <code className={styles.secret} translate="no">
          {prefix}••••{last_four}
        </code>
        {status === 'revoked' && (
          <span className={styles.ended}>{translate({ id: 'keys.status.revoked', message: 'Revogada' })}</span>
        )}
        {status === 'expired' && (
          <span className={styles.ended}>{translate({ id: 'keys.status.expired', message: 'Expirada' })}</span>
        )}
      </div>
      <div className={styles.body}>
        <KeyFacts apiKey={apiKey} />
        <CallChart calls={apiKey.daily_calls} name={name} />
      </div>
      <ButtonRow size="small">
        {status === 'active' && !isOwn && mayWrite && (
          <>
            <RotateButton
              disabled={busy}
              label={<Translate id="keys.rotate">Trocar…</Translate>}
              heading={translate({ id: 'keys.rotate.heading', message: 'Trocar a chave {name}' }, { name })}
              text={
                <Translate id="keys.rotate.text">
                  A nova chave é igual, com outro segredo. Atualize os seus programas enquanto as duas valem.
                </Translate>
              }
              onRotate={(overlapSeconds) => onAct({ kind: 'rotate', id, overlapSeconds })}
            />
            <Button size="small" aria-expanded={isEditing} onClick={() => setEditing(!isEditing)}>
              <Translate id="keys.edit">Editar</Translate>
            </Button>
            <ConfirmButton
              size="small"
              disabled={busy}
              label={<Translate id="keys.revoke">Revogar…</Translate>}
              question={translate({ id: 'keys.revoke.question', message: 'Revogar a chave {name}?' }, { name })}
              consequence={
                <Translate id="keys.revoke.consequence">
                  A chave deixa de funcionar na hora. Não é possível desfazer. O registro dela é mantido.
                </Translate>
              }
              action={<Translate id="keys.revoke.action">Revogar agora</Translate>}
              onConfirm={() => onAct({ kind: 'revoke', id })}
            />
          </>
        )}
        {isOwn && (
          <span className={styles.note}>
            <Translate id="keys.own">Esta página usa esta chave.</Translate>
          </span>
        )}
        <Link to={`/keys?tab=audit&target=${id}`}>
          <Translate id="keys.trail">Histórico</Translate>
        </Link>
      </ButtonRow>
      {isEditing && (
        <KeyForm
          apiKey={apiKey}
          busy={busy}
          error={error}
          onSave={(body) => onAct({ kind: 'change', id, body }, () => setEditing(false))}
          onCancel={() => setEditing(false)}
        />
      )}
    </article>
  );
}
