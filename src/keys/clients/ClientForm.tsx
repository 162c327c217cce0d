import Translate from '@docusaurus/Translate';
import { type FormEvent, useState } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { PlatformError } from '../../client/platform-error.ts';
import type { NewOAuthClient } from '../../generated/platform/types.gen.ts';
import { FormButtons } from '../../ui/FormButtons.tsx';
import { useFirstFault } from '../../ui/use-first-fault.ts';
import { EnvironmentField } from '../EnvironmentField.tsx';
import form from '../Form.module.css';
import { fieldError, hasFieldErrors } from '../field-error.ts';
import { NameField } from '../NameField.tsx';
import { ScopeTree } from '../scopes/ScopeTree.tsx';

interface Props {
  busy: boolean;
  error: PlatformError | null;
  onSave: (client: NewOAuthClient) => void;
  onCancel: () => void;
}

/** Creates an OAuth client: name, environment and scopes. */
export function ClientForm({ busy, error, onSave, onCancel }: Props) {
  const element = useFirstFault(error);
  const [name, setName] = useState('');
  const [environment, setEnvironment] = useState<'test' | 'live'>('test');
  const [scopes, setScopes] = useState<string[]>([]);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSave({ name: name.trim(), environment, scopes });
  }

  return (
    <form ref={element} className={form.form} noValidate onSubmit={submit} aria-busy={busy}>
      <NameField
        hint={<Translate id="keys.clients.form.name.hint">O programa que vai obter os tokens.</Translate>}
        error={fieldError(error, 'name')}
        value={name}
        onChange={setName}
      />
      <EnvironmentField value={environment} onChange={setEnvironment} />
      <ScopeTree chosen={scopes} error={fieldError(error, 'scopes')} onChange={setScopes} />
      {error && !hasFieldErrors(error) && <PlatformProblem error={error} />}
      <FormButtons disabled={busy} onCancel={onCancel}>
        <Translate id="keys.clients.form.create">Criar cliente</Translate>
      </FormButtons>
    </form>
  );
}
