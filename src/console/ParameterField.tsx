import { translate } from '@docusaurus/Translate';
import { useId } from 'react';
import type { OperationData, ParameterData } from '../documents/operation-data.ts';
import type { FieldFault } from './build-request.ts';
import { type FieldDraft, fieldKey } from './call-draft.ts';
import { type IssueActions, IssueLine } from './check/IssueLine.tsx';
import type { FieldIssue } from './check/issues.ts';
import { FieldName } from './FieldName.tsx';
import { faultText } from './fault-text.ts';
import { LookUpButton } from './LookUpButton.tsx';
import styles from './ParameterField.module.css';
import { parameterInput } from './parameter-input.ts';
import { ListInput, ValueInput } from './ValueInput.tsx';

interface Props {
  operation: OperationData;
  parameter: ParameterData;
  /** Whether any parameter in this group is optional, so that the layout has a column for checkboxes. */
  hasTicks: boolean;
  field: FieldDraft;
  fault: FieldFault | undefined;
  issues: FieldIssue[];
  actions: IssueActions;
  suggestions: string[];
  onChange: (field: FieldDraft) => void;
  /** Finds an existing value for a path parameter. */
  onLookUp: (() => Promise<string | undefined>) | undefined;
}

/** One parameter: whether it is sent, and its value. */
export function ParameterField({
  operation,
  parameter,
  hasTicks,
  field,
  fault,
  issues,
  actions,
  suggestions,
  onChange,
  onLookUp,
}: Props) {
  const id = useId();
  const input = parameterInput(parameter, operation.schemas);
  const { name } = parameter;
  const isList = input.kind === 'list';
  const isWrong = fault !== undefined || issues.some(({ isSaid }) => isSaid);
  const faultId = fault || issues.length > 0 ? `${id}-fault` : undefined;
  const common = { id, input, invalid: isWrong, describedBy: faultId };

  // Typing a value includes the parameter; clearing it excludes it, unless the box is ticked explicitly.
  function type(value: string | string[]) {
    const filled = Array.isArray(value) ? value.length > 0 : value !== '';
    onChange({ value, included: parameter.required || filled });
  }

  return (
    <div className={styles.field} data-field={fieldKey(parameter)} data-included={field.included} data-ticks={hasTicks}>
      {!parameter.required && (
        <input
          type="checkbox"
          className={styles.tick}
          checked={field.included}
          onChange={({ target }) => onChange({ ...field, included: target.checked })}
          aria-label={translate({ id: 'console.parameter.include', message: 'Enviar {name}' }, { name })}
        />
      )}
      <FieldName
        className={styles.name}
        name={name}
        required={parameter.required}
        htmlFor={isList ? undefined : id}
        id={`${id}-name`}
      />
      <div className={styles.value}>
        {isList ? (
          <ListInput {...common} name={name} values={[field.value].flat()} onChange={type} />
        ) : (
          <ValueInput {...common} value={String(field.value)} suggestions={suggestions} onChange={type} />
        )}
        {onLookUp && <LookUpButton name={name} onLookUp={onLookUp} onFound={type} />}
        {faultId && (
          <div id={faultId} className={styles.faults}>
            {fault && <p>{faultText(fault)}</p>}
            {issues.map((issue) => (
              <p key={issue.pointer + issue.detail}>
                <IssueLine issue={issue} isAtField {...actions} />
              </p>
            ))}
          </div>
        )}
      </div>
    </div>
  );
}
