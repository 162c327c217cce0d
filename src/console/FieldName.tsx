import Translate from '@docusaurus/Translate';
import clsx from 'clsx';
import styles from './FieldName.module.css';

interface Props {
  name: string;
  required: boolean;
  id?: string;
  htmlFor?: string | undefined;
  className?: string | undefined;
}

/** The label of one field of a call: its name in the document, and whether it has to be sent. */
export function FieldName({ name, required, id, htmlFor, className }: Props) {
  return (
    <label className={clsx(styles.name, className)} htmlFor={htmlFor} id={id}>
      {name}
      {required && (
        <span className={styles.required}>
          <Translate id="console.parameter.required">obrigatório</Translate>
        </span>
      )}
    </label>
  );
}
