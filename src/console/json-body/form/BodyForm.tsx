import type { Schema } from '../../../documents/operation-data.ts';
import { withValue } from '../edit-json.ts';
import styles from './BodyForm.module.css';
import type { FormContext } from './form-context.ts';
import { MemberFields } from './MemberFields.tsx';

interface Props extends Omit<FormContext, 'onSet'> {
  schema: Schema | undefined;
  value: unknown;
  onChange: (value: unknown) => void;
}

/** The fields of a body, as the document has them. The JSON is what is sent: both show the same. */
export function BodyForm({ schema, value, onChange, ...rest }: Props) {
  const context: FormContext = { ...rest, onSet: (pointer, inner) => onChange(withValue(value, pointer, inner)) };
  return (
    <div className={styles.form}>
      <MemberFields context={context} schema={schema} pointer="" value={value} depth={0} />
    </div>
  );
}
