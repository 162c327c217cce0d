import Translate, { translate } from '@docusaurus/Translate';
import { useId } from 'react';
import type { OperationData } from '../documents/operation-data.ts';
import { Select } from '../ui/Control.tsx';
import { findStatusText } from '../ui/status-texts.ts';
import styles from './SimulateField.module.css';
import { namedExamples, possibleErrors, preferHeader, type SimulationDraft, WAITS } from './simulation.ts';

interface Props {
  operation: OperationData;
  value: SimulationDraft;
  onChange: (value: SimulationDraft) => void;
}

/** Injects faults into a call: an error, a chosen example, a slow response, a dropped connection. */
export function SimulateField({ operation, value, onChange }: Props) {
  const id = useId();
  const examples = namedExamples(operation);
  const prefer = preferHeader(value);
  return (
    <details className={styles.simulate}>
      <summary>
        <Translate id="console.simulate">Simular uma falha</Translate>
        {prefer && <code translate="no">Prefer: {prefer}</code>}
      </summary>
      <div className={styles.choices}>
        <label htmlFor={`${id}-answer`}>
          <Translate id="console.simulate.response">Resposta</Translate>
        </label>
        <Select
          id={`${id}-answer`}
          value={value.answer}
          onChange={({ target }) => onChange({ ...value, answer: target.value })}
        >
          <option value="">{translate({ id: 'console.simulate.usual', message: 'Resposta normal' })}</option>
          <optgroup label={translate({ id: 'console.simulate.errors', message: 'Erro, sem processar' })}>
            {possibleErrors(operation).map((status) => (
              <option key={status} value={`code=${status}`}>
                {`${status} ${findStatusText(status) ?? ''}`.trim()}
              </option>
            ))}
          </optgroup>
          <optgroup label={translate({ id: 'console.simulate.drops', message: 'Queda da conexão' })}>
            <option value="drop=before">
              {translate({ id: 'console.simulate.before', message: 'A conexão cai antes de processar' })}
            </option>
            <option value="drop=after">
              {translate({ id: 'console.simulate.after', message: 'A conexão cai depois de processar' })}
            </option>
          </optgroup>
          {examples.length > 0 && (
            <optgroup
              label={translate({ id: 'console.simulate.examples', message: 'Exemplo do documento, sem processar' })}
            >
              {examples.map(({ preference, status, summary }) => (
                <option key={preference} value={preference}>
                  {`${status} ${summary}`}
                </option>
              ))}
            </optgroup>
          )}
        </Select>
        <label htmlFor={`${id}-wait`}>
          <Translate id="console.simulate.wait">Atraso</Translate>
        </label>
        <Select
          id={`${id}-wait`}
          value={value.wait}
          onChange={({ target }) => onChange({ ...value, wait: target.value })}
        >
          <option value="">{translate({ id: 'console.simulate.noWait', message: 'Nenhum' })}</option>
          {WAITS.map((seconds) => (
            <option key={seconds} value={`wait=${seconds}`}>
              {translate({ id: 'console.simulate.seconds', message: '{seconds} segundos' }, { seconds })}
            </option>
          ))}
        </Select>
      </div>
    </details>
  );
}
