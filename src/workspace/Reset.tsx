import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useState } from 'react';
import type { ApiLine } from '../documents/api-index-data.ts';
import { ConfirmButton } from '../ui/ConfirmButton.tsx';
import { Select } from '../ui/Control.tsx';
import { Field, FieldRow } from '../ui/Field.tsx';
import { Part } from '../ui/Part.tsx';

interface Props {
  busy: boolean;
  /** Resets all APIs if none is given. */
  onReset: (api?: string) => void;
}

/** Restores the seed data of one API or of all. */
export function Reset({ busy, onReset }: Props) {
  const apis = (useDocusaurusContext().siteConfig.customFields?.apis ?? []) as ApiLine[];
  const [chosen, setChosen] = useState('');
  const sandboxes = apis.filter(({ faulty, basePath }) => !faulty && basePath.startsWith('/sandbox/'));
  const title = sandboxes.find(({ slug }) => slug === chosen)?.title;
  return (
    <Part title={<Translate id="workspace.data">Dados</Translate>}>
      <p>
        <Translate id="workspace.data.text">
          O que você cria fica salvo, só para você. Para recomeçar, restaure os dados iniciais.
        </Translate>
      </p>
      <FieldRow>
        <Field label={<Translate id="workspace.data.which">API</Translate>}>
          {(control) => (
            <Select {...control} value={chosen} onChange={({ target }) => setChosen(target.value)}>
              <option value="">{translate({ id: 'workspace.data.all', message: 'Todas' })}</option>
              {sandboxes.map(({ slug, title: name }) => (
                <option key={slug} value={slug}>
                  {name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        <ConfirmButton
          disabled={busy}
          label={<Translate id="workspace.reset">Restaurar os dados iniciais…</Translate>}
          question={
            title ? (
              <Translate id="workspace.reset.question.one" values={{ api: title }}>
                {'Restaurar os dados iniciais da API {api}?'}
              </Translate>
            ) : (
              <Translate id="workspace.reset.question">Restaurar os dados iniciais de todas as APIs?</Translate>
            )
          }
          consequence={
            <Translate id="workspace.reset.consequence">
              O que você criou e os eventos dessas chamadas são apagados de vez. A chave e o relógio não mudam.
            </Translate>
          }
          action={<Translate id="workspace.reset.action">Apagar e restaurar</Translate>}
          onConfirm={() => onReset(chosen || undefined)}
        />
      </FieldRow>
    </Part>
  );
}
