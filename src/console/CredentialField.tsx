import Translate, { translate } from '@docusaurus/Translate';
import { useId } from 'react';
import { credentialsFor } from '../../wire/credentials.ts';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import type { GuestKeyState } from '../client/use-guest-key.ts';
import type { OperationData, SecurityData } from '../documents/operation-data.ts';
import { findOAuth, maskKey, takesClient } from '../exchange/credentials.ts';
import { Select } from '../ui/Control.tsx';
import { useFeatures } from '../ui/use-features.ts';
import type { CallDraft } from './call-draft.ts';
import { FormPart } from './FormPart.tsx';
import { operationSecurity } from './operation-security.ts';
import { TokenLine } from './TokenLine.tsx';
import { TypedKey } from './TypedKey.tsx';

interface Props {
  operation: OperationData;
  /** The key of the call or, if OAuth is chosen, the token. */
  account: GuestKeyState;
  draft: CallDraft;
  /** A key to use instead; undefined for the account's. */
  typedKey: string | undefined;
  onChange: (draft: CallDraft) => void;
  onTypedKey: (key: string | undefined) => void;
}

function placeOf(scheme: SecurityData): string {
  if (scheme.type === 'apiKey') return `${scheme.parameterName} (${scheme.in})`;
  if (scheme.type === 'mutualTLS') return 'mTLS';
  return scheme.type === 'http' && scheme.scheme === 'basic' ? 'Basic' : 'Bearer';
}

function alternativeName(alternative: SecurityData[]): string {
  if (alternative.length === 0) return translate({ id: 'console.credential.none', message: 'Sem credencial' });
  const places = alternative.map(placeOf).join(' + ');
  if (takesClient(alternative))
    return translate(
      { id: 'console.credential.withClient', message: '{place} · cliente OAuth do console' },
      { place: places },
    );
  return findOAuth(alternative)
    ? translate({ id: 'console.credential.withToken', message: '{place} · token OAuth' }, { place: places })
    : translate({ id: 'console.credential.withKey', message: '{place} · minha chave de teste' }, { place: places });
}

/** Shows which key the call uses, and lets the person call without one. */
export function CredentialField({ operation, account, draft, typedKey, onChange, onTypedKey }: Props) {
  const id = useId();
  const alternatives = operationSecurity(operation);
  const chosen = draft.credential === 'none' ? [] : (alternatives[draft.credential] ?? []);
  const credentials = credentialsFor(chosen);
  const hasClients = useFeatures().keys;
  const oauth = hasClients ? findOAuth(chosen) : undefined;
  const byCookie = credentials.some(({ kind }) => kind === 'cookie');
  const hasOpen = alternatives.some((alternative) => alternative.length === 0);
  return (
    <FormPart
      htmlFor={id}
      title={<Translate id="console.credential">Credencial</Translate>}
      aside={
        <>
          {!oauth && typedKey === undefined && draft.credential !== 'none' && credentials.length > 0 && account.key && (
            <code
              title={
                takesClient(chosen)
                  ? translate({ id: 'console.credential.client', message: 'Cliente OAuth desta aba' })
                  : translate({ id: 'console.credential.key', message: 'Chave de teste deste navegador' })
              }
            >
              {maskKey(account.key.secret)}
            </code>
          )}
          {!oauth &&
            account.isPending &&
            (takesClient(chosen) ? (
              <Translate id="console.credential.makingClient">criando o cliente OAuth…</Translate>
            ) : (
              <Translate id="console.credential.making">criando sua chave de teste…</Translate>
            ))}
        </>
      }
    >
      <Select
        id={id}
        value={draft.credential}
        onChange={({ target }) =>
          onChange({ ...draft, credential: target.value === 'none' ? 'none' : Number(target.value) })
        }
      >
        {alternatives.map((alternative, index) => {
          const name = alternativeName(alternative);
          // Schemes that send the key in the same way are one option.
          if (alternatives.findIndex((other) => alternativeName(other) === name) < index) return null;
          return (
            <option key={name} value={index}>
              {name}
            </option>
          );
        })}
        {!hasOpen && <option value="none">{alternativeName([])}</option>}
      </Select>
      {oauth && typedKey === undefined && <TokenLine account={account} scopes={oauth.scopes} />}
      {credentials.length > 0 && <TypedKey value={typedKey} onChange={onTypedKey} />}
      {byCookie && (
        <p>
          <Translate id="console.credential.cookie">
            Esta API recebe a chave em um cookie, que uma página não pode definir na chamada. Use o curl da resposta,
            que já o inclui.
          </Translate>
        </p>
      )}
      {account.error && !account.isPending && (
        <PlatformProblem error={account.error} onRetry={() => void account.getKey().catch(() => {})} />
      )}
    </FormPart>
  );
}
