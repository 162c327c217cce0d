import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useState } from 'react';
import type { GuestKeyState } from '../client/use-guest-key.ts';
import { maskKey } from '../exchange/credentials.ts';
import { timeFormat } from '../format/formatters.ts';
import { Button } from '../ui/Button.tsx';
import { CopyButton } from '../ui/CopyButton.tsx';
import styles from './TokenLine.module.css';

interface Props {
  account: GuestKeyState;
  scopes: string[];
}

/** The access token of the call, requested with one click or when sending without one. */
export function TokenLine({ account, scopes }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const [now] = useState(Date.now);
  const { key: token, isPending } = account;
  const isGood = token !== undefined && Date.parse(token.expiresAt) > now;
  return (
    <div className={styles.token}>
      {isGood && (
        <span className={styles.good}>
          <code translate="no">{maskKey(token.secret)}</code>
          <CopyButton
            text={token.secret}
            label={translate({ id: 'console.token.copy', message: 'Copiar o token de acesso' })}
          />
          {translate(
            { id: 'console.token.until', message: 'expira às {time}' },
            { time: timeFormat(currentLocale, { timeStyle: 'short' }).format(new Date(token.expiresAt)) },
          )}
        </span>
      )}
      {!isGood && (
        <Button size="small" disabled={isPending} onClick={() => void account.getKey().catch(() => {})}>
          {isPending ? (
            <Translate id="console.token.getting">Obtendo o token…</Translate>
          ) : (
            <Translate id="console.token.get">Obter um token</Translate>
          )}
        </Button>
      )}
      {scopes.length > 0 && (
        <span>
          {translate({ id: 'console.token.scopes', message: 'Escopos:' })}{' '}
          {scopes.map((scope) => (
            <code key={scope} translate="no">
              {scope}
            </code>
          ))}
        </span>
      )}
    </div>
  );
}
