import Translate from '@docusaurus/Translate';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { PlatformError } from '../../client/platform-error.ts';
import type { NewOAuthClient } from '../../generated/platform/types.gen.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { EnvironmentField } from '../EnvironmentField.tsx';
import form from '../Form.module.css';
import { fieldError, hasFieldErrors } from '../field-error.ts';
import { ScopeTree } from '../scopes/ScopeTree.tsx';

interface Props {
  busy: boolean;
  error: PlatformError | null;
  onSave: (client: NewOAuthClient) => void;
  onCancel: () => void;
}

/** What an OAuth client is: its name, for what it is, and what its tokens may allow. */
export function ClientForm({ busy, error, onSave, onCancel }: Props) {
  const element = useRef<HTMLFormElement>(null);
  const [name, setName] = useState('');
  const [environment, setEnvironment] = useState<'test' | 'live'>('test');
  const [scopes, setScopes] = useState<string[]>([]);

  useEffect(() => {
    if (error) element.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid]')?.focus();
  }, [error]);

  function submit(event: FormEvent) {
    event.preventDefault();
    onSave({ name: name.trim(), environment, scopes });
  }

  return (
    <form ref={element} className={form.form} noValidate onSubmit={submit} aria-busy={busy}>
      <Field
        className={form.short}
        label={<Translate id="keys.form.name">Nome</Translate>}
        hint={<Translate id="keys.clients.form.name.hint">O programa que vai pedir os tokens.</Translate>}
        error={fieldError(error, 'name')}
      >
        {(control) => (
          <input
            {...control}
            autoComplete="off"
            maxLength={100}
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        )}
      </Field>
      <EnvironmentField value={environment} onChange={setEnvironment} />
      <ScopeTree chosen={scopes} error={fieldError(error, 'scopes')} onChange={setScopes} />
      {error && !hasFieldErrors(error) && <PlatformProblem error={error} />}
      <div className={form.actions}>
        <Button type="submit" variant="primary" disabled={busy}>
          <Translate id="keys.clients.form.create">Criar cliente</Translate>
        </Button>
        <Button variant="plain" onClick={onCancel}>
          <Translate id="ui.cancel">Cancelar</Translate>
        </Button>
      </div>
    </form>
  );
}
