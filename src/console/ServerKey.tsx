import Translate, { translate } from '@docusaurus/Translate';
import type { OperationData, SecurityData } from '../documents/operation-data.ts';
import { takesClient } from '../exchange/credentials.ts';
import { Select } from '../ui/Control.tsx';
import { Field } from '../ui/Field.tsx';
import type { CallDraft } from './call-draft.ts';
import { FormPart } from './FormPart.tsx';
import { KeyInput } from './KeyInput.tsx';
import { operationSecurity } from './operation-security.ts';

interface Props {
  operation: OperationData;
  draft: CallDraft;
  value: string;
  onChange: (draft: CallDraft) => void;
  onType: (key: string) => void;
}

/** The person's own credential for a server outside this portal. */
export function ServerKey({ operation, draft, value, onChange, onType }: Props) {
  const alternatives = operationSecurity(operation);
  const chosen = draft.credential === 'none' ? [] : (alternatives[draft.credential] ?? []);
  return (
    <FormPart title={<Translate id="console.credential">Credencial</Translate>}>
      {alternatives.length > 1 && (
        <Field label={translate({ id: 'console.serverKey.scheme', message: 'Autenticação' })}>
          {(control) => (
            <Select
              {...control}
              value={draft.credential}
              onChange={({ target }) => onChange({ ...draft, credential: Number(target.value) })}
            >
              {alternatives.map((alternative, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: alternatives have no other name
                <option key={index} value={index}>
                  {nameOf(alternative)}
                </option>
              ))}
            </Select>
          )}
        </Field>
      )}
      {chosen.length > 0 && (
        <Field
          label={
            takesClient(chosen)
              ? translate({ id: 'console.serverKey.account', message: 'Usuário e senha, separados por dois-pontos' })
              : translate({ id: 'console.typedKey.label', message: 'Chave ou token' })
          }
          hint={
            <Translate id="console.serverKey.hint">
              A sua, dada por quem opera este servidor. Fica só nesta aba e nunca passa por este portal.
            </Translate>
          }
        >
          {(control) => <KeyInput {...control} value={value} onType={onType} />}
        </Field>
      )}
    </FormPart>
  );
}

function nameOf(alternative: SecurityData[]): string {
  return (
    alternative.map(({ name }) => name).join(' + ') ||
    translate({ id: 'console.credential.none', message: 'Sem credencial' })
  );
}
