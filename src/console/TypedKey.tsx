import Translate, { translate } from '@docusaurus/Translate';
import { Check } from '../ui/Check.tsx';
import { Field } from '../ui/Field.tsx';
import { KeyInput } from './KeyInput.tsx';
import { isLiveKey } from './typed-account.ts';

interface Props {
  /** Undefined for this browser's own key. */
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

/** Lets the person call with another key, which this page forgets. */
export function TypedKey({ value, onChange }: Props) {
  const fault =
    value === undefined
      ? undefined
      : value === ''
        ? translate({ id: 'console.typedKey.missing', message: 'Cole a chave ou o token.' })
        : isLiveKey(value)
          ? translate({
              id: 'console.typedKey.live',
              message: 'Esta chave é de produção. Use uma de teste e considere trocar a que veio parar aqui.',
            })
          : undefined;
  return (
    <>
      <Check checked={value !== undefined} onChange={(wanted) => onChange(wanted ? '' : undefined)}>
        <Translate id="console.typedKey">Usar outra chave</Translate>
      </Check>
      {value !== undefined && (
        <Field
          label={translate({ id: 'console.typedKey.label', message: 'Chave ou token' })}
          hint={<Translate id="console.typedKey.hint">Só nesta chamada: ela não é guardada no navegador.</Translate>}
          error={fault}
        >
          {(control) => <KeyInput {...control} value={value} onType={onChange} />}
        </Field>
      )}
    </>
  );
}
