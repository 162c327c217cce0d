import Translate, { translate } from '@docusaurus/Translate';
import { useId } from 'react';
import type { ApiKey } from '../generated/platform/types.gen.ts';
import { Check } from '../ui/Check.tsx';
import { FieldSet } from '../ui/Field.tsx';
import styles from './EnvironmentField.module.css';

type Environment = ApiKey['environment'];

interface Props {
  value: Environment;
  onChange: (environment: Environment) => void;
}

/** Chooses between test and production. */
export function EnvironmentField({ value, onChange }: Props) {
  const name = useId();
  const choices = [
    [
      'test',
      translate({ id: 'keys.environment.test', message: 'Teste' }),
      translate({ id: 'keys.environment.test.text', message: 'Dá acesso aos sandboxes deste portal.' }),
    ],
    [
      'live',
      translate({ id: 'keys.environment.live', message: 'Produção' }),
      translate({ id: 'keys.environment.live.text', message: 'Dá acesso às APIs reais; os sandboxes a recusam.' }),
    ],
  ] as const;
  return (
    <FieldSet className={styles.environments} legend={<Translate id="keys.environment">Ambiente</Translate>}>
      {choices.map(([environment, title, text]) => (
        <Check
          key={environment}
          type="radio"
          name={name}
          checked={value === environment}
          onChange={() => onChange(environment)}
        >
          <span>
            <b>{title}</b> <small>{text}</small>
          </span>
        </Check>
      ))}
    </FieldSet>
  );
}
