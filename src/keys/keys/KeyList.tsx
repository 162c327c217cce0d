import Translate, { translate } from '@docusaurus/Translate';
import { useState } from 'react';
import { Awaiting } from '../../client/Awaiting.tsx';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import { findSignedIn } from '../../client/signed-in.ts';
import { useGuestKey } from '../../client/use-guest-key.ts';
import type { ApiKey, ApiKeyAndSecret } from '../../generated/platform/types.gen.ts';
import { browserStorage } from '../../ui/browser-storage.ts';
import styles from '../Keys.module.css';
import { MoreButton } from '../MoreButton.tsx';
import { NewForm } from '../NewForm.tsx';
import { KeyCard } from './KeyCard.tsx';
import { KeyForm } from './KeyForm.tsx';
import { NewKey } from './NewKey.tsx';
import { type KeyAction, useKeys } from './use-keys.ts';

/** The keys of the workspace, active and past, and a form to add one. */
export function KeyList({ mayWrite }: { mayWrite: boolean }) {
  const { read, act } = useKeys();
  const { key: ownKey } = useGuestKey();
  const [isCreating, setCreating] = useState(false);
  const [made, setMade] = useState<ApiKeyAndSecret>();
  const keys = read.data?.pages.flatMap(({ data }) => data);

  if (!keys) {
    return (
      <Awaiting read={read}>
        <Translate id="keys.loading">Carregando as chaves…</Translate>
      </Awaiting>
    );
  }

  function perform(action: KeyAction, onDone?: () => void) {
    act.mutate(action, {
      onSuccess: (data) => {
        if (data && 'secret' in data) setMade(data);
        else if (action.kind === 'revoke') setMade((shown) => (shown?.id === action.id ? undefined : shown));
        onDone?.();
      },
    });
  }

  const kindOf = act.variables?.kind;
  // A guest who revokes this page's key loses access to the workspace; a person signed in gets another one.
  const isGuest = !findSignedIn(browserStorage());
  const isOwn = ({ prefix, last_four }: ApiKey) =>
    isGuest && ownKey?.secret.startsWith(prefix) && ownKey.secret.endsWith(last_four);
  const card = (apiKey: ApiKey) => (
    <KeyCard
      key={apiKey.id}
      apiKey={apiKey}
      isOwn={isOwn(apiKey) ?? false}
      mayWrite={mayWrite}
      busy={act.isPending}
      error={act.variables?.kind === 'change' && act.variables.id === apiKey.id ? act.error : null}
      onAct={perform}
    />
  );
  const active = keys.filter(({ status }) => status === 'active');
  const past = keys.filter(({ status }) => status !== 'active');
  return (
    <div className={styles.list}>
      {made && <NewKey apiKey={made} onDone={() => setMade(undefined)} />}
      <NewForm
        title={<Translate id="keys.new">Nova chave</Translate>}
        isOpen={isCreating}
        mayOpen={mayWrite}
        variant={made ? 'quiet' : 'primary'}
        onOpen={() => setCreating(true)}
      >
        <KeyForm
          busy={act.isPending}
          error={kindOf === 'create' ? act.error : null}
          onSave={(body) => perform({ kind: 'create', body }, () => setCreating(false))}
          onCancel={() => setCreating(false)}
        />
      </NewForm>
      {(kindOf === 'rotate' || kindOf === 'revoke') && act.error && <PlatformProblem error={act.error} />}
      {read.error && <PlatformProblem error={read.error} onRetry={() => void read.refetch()} />}
      <p role="status" className={styles.quiet} hidden={kindOf !== 'revoke' || !act.isSuccess}>
        {kindOf === 'revoke' && act.isSuccess && (
          <Translate id="keys.revoked">Revogada. As chamadas com ela agora recebem 401.</Translate>
        )}
      </p>
      {active.length === 0 && (
        <p className={styles.empty}>
          <Translate id="keys.empty">
            Nenhuma chave ativa. Crie uma para cada programa que vai chamar as APIs.
          </Translate>
        </p>
      )}
      <div className={styles.cards}>{active.map(card)}</div>
      {past.length > 0 && (
        <details className={styles.past}>
          <summary>
            {translate({ id: 'keys.past', message: 'Revogadas e expiradas ({count})' }, { count: past.length })}
          </summary>
          {past.map(card)}
        </details>
      )}
      <MoreButton read={read} />
    </div>
  );
}
