import Translate, { translate } from '@docusaurus/Translate';
import { type FormEvent, useState } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { PlatformError } from '../../client/platform-error.ts';
import type { ApiKey, NewApiKey } from '../../generated/platform/types.gen.ts';
import { Input } from '../../ui/Control.tsx';
import { Field } from '../../ui/Field.tsx';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { useFirstFault } from '../../ui/use-first-fault.ts';
import { AddressesField } from '../AddressesField.tsx';
import { readAddresses } from '../address-lines.ts';
import { EnvironmentField } from '../EnvironmentField.tsx';
import form from '../Form.module.css';
import { fieldError, hasFieldErrors } from '../field-error.ts';
import { NameField } from '../NameField.tsx';
import { ScopeTree } from '../scopes/ScopeTree.tsx';
import { ExpiryField } from './ExpiryField.tsx';
import { type Expiry, expiryOf, momentOf } from './expiry.ts';

interface Props {
  /** The key to edit; without one, the form creates one. */
  apiKey?: ApiKey;
  busy: boolean;
  error: PlatformError | null;
  onSave: (key: NewApiKey) => void;
  onCancel?: () => void;
}

/** Edits a key: environment, name, scopes, expiry, allowed addresses and rate limit. */
export function KeyForm({ apiKey, busy, error, onSave, onCancel }: Props) {
  const element = useFirstFault(error);
  const [name, setName] = useState(apiKey?.name ?? '');
  const [environment, setEnvironment] = useState(apiKey?.environment ?? 'test');
  const [scopes, setScopes] = useState(apiKey?.scopes ?? []);
  const [expiry, setExpiry] = useState<Expiry>(expiryOf(apiKey?.expires_at ?? null));
  const [addresses, setAddresses] = useState((apiKey?.allowed_addresses ?? []).join('\n'));
  const [sent, setSent] = useState<string[]>([]);
  const [limit, setLimit] = useState(String(apiKey?.requests_per_minute ?? ''));

  function submit(event: FormEvent) {
    event.preventDefault();
    const allowed = readAddresses(addresses);
    setSent(allowed);
    onSave({
      name: name.trim(),
      ...(!apiKey && { environment }),
      scopes,
      // An incomplete date is left to the server to reject, like all invalid values.
      expires_at: momentOf(expiry, Date.now()) ?? (expiry.kind === 'moment' ? '' : null),
      allowed_addresses: allowed,
      requests_per_minute: limit.trim() === '' ? null : Number(limit),
    });
  }

  return (
    // The server validates: the browser's messages may be in another language.
    <form ref={element} className={form.form} noValidate onSubmit={submit} aria-busy={busy}>
      <NameField
        hint={
          <Translate id="keys.form.name.hint">Quem vai usar a chave: um programa, um ambiente, um parceiro.</Translate>
        }
        error={fieldError(error, 'name')}
        value={name}
        onChange={setName}
      />
      {!apiKey && <EnvironmentField value={environment} onChange={setEnvironment} />}
      <ScopeTree chosen={scopes} error={fieldError(error, 'scopes')} onChange={setScopes} />
      <div className={form.row}>
        <ExpiryField expiry={expiry} error={fieldError(error, 'expires_at')} onChange={setExpiry} />
        <Field
          label={<Translate id="keys.form.limit">Chamadas por minuto (opcional)</Translate>}
          error={fieldError(error, 'requests_per_minute')}
        >
          {(control) => (
            <Input
              {...control}
              type="number"
              inputMode="numeric"
              min={1}
              max={100_000}
              placeholder={translate({ id: 'keys.form.limit.none', message: 'sem limite próprio' })}
              value={limit}
              onChange={({ target }) => setLimit(target.value)}
            />
          )}
        </Field>
      </div>
      <AddressesField text={addresses} error={error} sent={sent} onChange={setAddresses} />
      {error && !hasFieldErrors(error) && <PlatformProblem error={error} />}
      <FormButtons disabled={busy} onCancel={onCancel}>
        {apiKey ? (
          <Translate id="keys.form.save">Salvar</Translate>
        ) : (
          <Translate id="keys.form.create">Criar chave</Translate>
        )}
      </FormButtons>
    </form>
  );
}
