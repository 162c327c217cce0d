import Translate from '@docusaurus/Translate';
import { type FormEvent, useState } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { PlatformError } from '../../client/platform-error.ts';
import type { NewOAuthClient, OAuthClient } from '../../generated/platform/types.gen.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { useFirstFault } from '../../ui/use-first-fault.ts';
import { AddressesField } from '../AddressesField.tsx';
import { readAddresses } from '../address-lines.ts';
import { EnvironmentField } from '../EnvironmentField.tsx';
import form from '../Form.module.css';
import { fieldError, hasFieldErrors } from '../field-error.ts';
import { NameField } from '../NameField.tsx';
import { ScopeTree } from '../scopes/ScopeTree.tsx';

interface Props {
  /** The client to edit; without one, the form creates one. */
  client?: OAuthClient;
  busy: boolean;
  error: PlatformError | null;
  onSave: (client: NewOAuthClient) => void;
  onCancel: () => void;
}

/** Edits an OAuth client: environment, name, scopes and allowed addresses. */
export function ClientForm({ client, busy, error, onSave, onCancel }: Props) {
  const element = useFirstFault(error);
  const [name, setName] = useState(client?.name ?? '');
  const [environment, setEnvironment] = useState(client?.environment ?? 'test');
  const [scopes, setScopes] = useState(client?.scopes ?? []);
  const [addresses, setAddresses] = useState((client?.allowed_addresses ?? []).join('\n'));
  const [sent, setSent] = useState<string[]>([]);

  function submit(event: FormEvent) {
    event.preventDefault();
    const allowed = readAddresses(addresses);
    setSent(allowed);
    onSave({ name: name.trim(), ...(!client && { environment }), scopes, allowed_addresses: allowed });
  }

  return (
    <form ref={element} className={form.form} noValidate onSubmit={submit} aria-busy={busy}>
      <NameField
        hint={<Translate id="keys.clients.form.name.hint">O programa que vai obter os tokens.</Translate>}
        error={fieldError(error, 'name')}
        value={name}
        onChange={setName}
      />
      {!client && <EnvironmentField value={environment} onChange={setEnvironment} />}
      <ScopeTree chosen={scopes} error={fieldError(error, 'scopes')} onChange={setScopes} />
      <AddressesField text={addresses} error={error} sent={sent} onChange={setAddresses} />
      {error && !hasFieldErrors(error) && <PlatformProblem error={error} />}
      <FormButtons disabled={busy} onCancel={onCancel}>
        {client ? (
          <Translate id="keys.form.save">Salvar</Translate>
        ) : (
          <Translate id="keys.clients.form.create">Criar cliente</Translate>
        )}
      </FormButtons>
    </form>
  );
}
