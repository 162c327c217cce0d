import { translate } from '@docusaurus/Translate';
import { type ReactNode, useId } from 'react';
import type { Schema } from '../../../documents/operation-data.ts';
import { exampleOf } from '../../check/corrections.ts';
import { IssueLine } from '../../check/IssueLine.tsx';
import { FieldName } from '../../FieldName.tsx';
import styles from './BodyForm.module.css';
import type { FormContext } from './form-context.ts';
import { ScalarField } from './ScalarField.tsx';
import { kindOfValue } from './value-kind.ts';

interface Props {
  context: FormContext;
  name: string;
  schema: Schema | undefined;
  pointer: string;
  isRequired: boolean;
  /** Whether the body has it. */
  isThere: boolean;
  value: unknown;
  depth: number;
  /** What a value is made of that has no control of its own. */
  children: ReactNode;
}

/** A member of a body: whether it is sent, and its value. */
export function FormField({ context, name, schema, pointer, isRequired, isThere, value, depth, children }: Props) {
  const id = useId();
  const { schemas, onSet } = context;
  const issues = context.issues.filter((issue) => issue.pointer === pointer);
  const kind = kindOfValue(schema, value, schemas, depth);
  const isScalar = kind.kind === 'text' || kind.kind === 'number' || kind.kind === 'choice';
  const faultId = issues.length > 0 ? `${id}-fault` : undefined;
  return (
    <div className={styles.field} data-pointer={pointer} data-included={isThere} data-nested={!isScalar}>
      <input
        type="checkbox"
        className={styles.tick}
        checked={isThere}
        aria-label={translate({ id: 'console.parameter.include', message: 'Enviar {name}' }, { name })}
        onChange={({ target }) => onSet(pointer, target.checked ? exampleOf(schema, schemas) : undefined)}
      />
      <FieldName name={name} required={isRequired} htmlFor={isScalar ? id : undefined} className={styles.name} />
      <div className={styles.value}>
        {isScalar ? (
          <ScalarField
            id={id}
            kind={kind}
            value={value}
            isInvalid={issues.some(({ isSaid }) => isSaid)}
            describedBy={faultId}
            onChange={(changed) => onSet(pointer, changed)}
          />
        ) : (
          isThere && children
        )}
        {faultId && (
          <div id={faultId} className={styles.faults}>
            {issues.map((issue) => (
              <p key={issue.detail + issue.broken?.rule}>
                <IssueLine issue={issue} isAtField {...context.actions} />
              </p>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
