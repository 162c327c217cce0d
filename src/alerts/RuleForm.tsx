import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { type FormEvent, useState } from 'react';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import type { PlatformError } from '../client/platform-error.ts';
import type { ApiLine } from '../documents/api-index-data.ts';
import type { NewAlertRule } from '../generated/platform/types.gen.ts';
import { Input, Select } from '../ui/Control.tsx';
import { Field, FieldRow } from '../ui/Field.tsx';
import { FormButtons } from '../ui/FormButtons.tsx';
import { useFirstFault } from '../ui/use-first-fault.ts';
import styles from './Alerts.module.css';
import { type Kind, kindTexts, sentThreshold } from './kind-texts.ts';

interface Props {
  error: PlatformError | null;
  busy: boolean;
  onCreate: (rule: NewAlertRule) => void;
  onCancel: () => void;
}

/** What a new rule watches, and from which figure on it tells. */
export function RuleForm({ error, busy, onCreate, onCancel }: Props) {
  const texts = kindTexts();
  const apis = (useDocusaurusContext().siteConfig.customFields?.apis ?? []) as ApiLine[];
  const [kind, setKind] = useState<Kind>('error_rate');
  const [api, setApi] = useState('');
  const [name, setName] = useState('');
  const [threshold, setThreshold] = useState('');
  const form = useFirstFault(error);
  const { unit, what, countsCalls } = texts[kind];
  const fault = error?.fieldProblems.find(({ pointer }) => pointer === '#/threshold')?.detail;

  function submit(event: FormEvent) {
    event.preventDefault();
    onCreate({
      kind,
      threshold: sentThreshold(kind, Number(threshold)),
      name: name.trim() || null,
      api: (countsCalls && api) || null,
    });
  }

  return (
    <form ref={form} className={styles.form} onSubmit={submit}>
      <h3>
        <Translate id="alerts.new">Nova regra</Translate>
      </h3>
      {error && !fault && <PlatformProblem error={error} />}
      <FieldRow>
        <Field label={<Translate id="alerts.form.kind">O que observar</Translate>} hint={what}>
          {(control) => (
            <Select {...control} autoFocus value={kind} onChange={({ target }) => setKind(target.value as Kind)}>
              {Object.entries(texts).map(([value, text]) => (
                <option key={value} value={value}>
                  {text.name}
                </option>
              ))}
            </Select>
          )}
        </Field>
        {countsCalls && (
          <Field label={<Translate id="alerts.form.api">API</Translate>}>
            {(control) => (
              <Select {...control} value={api} onChange={({ target }) => setApi(target.value)}>
                <option value="">{translate({ id: 'alerts.form.allApis', message: 'Todos os sandboxes' })}</option>
                {apis
                  .filter(({ faulty }) => !faulty)
                  .map(({ slug, title }) => (
                    <option key={slug} value={slug}>
                      {title}
                    </option>
                  ))}
              </Select>
            )}
          </Field>
        )}
        <Field
          label={
            <Translate id="alerts.form.threshold" values={{ unit }}>
              {'Limite ({unit})'}
            </Translate>
          }
          error={fault}
        >
          {(control) => (
            <Input
              {...control}
              type="number"
              step="any"
              min={0}
              required
              className={styles.number}
              value={threshold}
              onChange={({ target }) => setThreshold(target.value)}
            />
          )}
        </Field>
        <Field label={<Translate id="alerts.form.name">Nome (opcional)</Translate>}>
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={100}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
      </FieldRow>
      <FormButtons disabled={busy} onCancel={onCancel}>
        <Translate id="alerts.form.create">Criar regra</Translate>
      </FormButtons>
    </form>
  );
}
