import Translate, { translate } from '@docusaurus/Translate';
import type { OperationData, ParameterData } from '../documents/operation-data.ts';
import type { FieldFault } from './build-request.ts';
import { type CallDraft, type FieldDraft, fieldKey, formParameters } from './call-draft.ts';
import type { IssueActions } from './check/IssueLine.tsx';
import { type FieldIssue, keyOfIssue } from './check/issues.ts';
import { FormPart } from './FormPart.tsx';
import { ParameterField } from './ParameterField.tsx';
import type { PathSuggestions } from './use-path-suggestions.ts';

interface Props {
  operation: OperationData;
  draft: CallDraft;
  faults: Record<string, FieldFault>;
  issues: FieldIssue[];
  actions: IssueActions;
  paths: PathSuggestions;
  onChange: (draft: CallDraft) => void;
}

function placeTitle(place: ParameterData['in']): string {
  if (place === 'path') return translate({ id: 'console.parameters.path', message: 'Caminho' });
  if (place === 'query') return translate({ id: 'console.parameters.query', message: 'Consulta' });
  if (place === 'header') return translate({ id: 'console.parameters.header', message: 'Cabeçalhos' });
  return translate({ id: 'console.parameters.cookie', message: 'Cookies' });
}

const PLACES: ParameterData['in'][] = ['path', 'query', 'header', 'cookie'];

/** A field for each parameter, grouped by location. */
export function ParametersForm({ operation, draft, faults, issues, actions, paths, onChange }: Props) {
  const parameters = formParameters(operation);
  const { lookUp } = paths;

  function setField(key: string, field: FieldDraft) {
    onChange({ ...draft, fields: { ...draft.fields, [key]: field } });
  }

  return PLACES.map((place) => {
    const here = parameters.filter((parameter) => parameter.in === place);
    if (here.length === 0) return null;
    const hasTicks = here.some(({ required }) => !required);
    return (
      <FormPart
        key={place}
        title={placeTitle(place)}
        aside={hasTicks && <Translate id="console.parameters.ticked">só os marcados são enviados</Translate>}
      >
        {place === 'cookie' && (
          <p>
            <Translate id="console.parameters.cookieHint">
              Uma página não pode definir cookies na chamada: eles vão só no curl.
            </Translate>
          </p>
        )}
        {here.map((parameter) => {
          const key = fieldKey(parameter);
          const field = draft.fields[key] ?? { included: false, value: '' };
          return (
            <ParameterField
              key={key}
              operation={operation}
              parameter={parameter}
              hasTicks={hasTicks}
              field={field}
              fault={faults[key]}
              issues={issues.filter((issue) => issue.in !== 'body' && keyOfIssue(draft, issue) === key)}
              actions={actions}
              suggestions={place === 'path' ? suggestionsFor(paths, parameter.name) : []}
              onChange={(changed) => setField(key, changed)}
              onLookUp={
                place === 'path' && lookUp ? () => lookUp(parameter.name, pathValues(draft, parameters)) : undefined
              }
            />
          );
        })}
      </FormPart>
    );
  });
}

function suggestionsFor(paths: PathSuggestions, name: string): string[] {
  const values = paths.suggestions.map((suggestion) => suggestion[name]);
  return [...new Set(values.filter((value) => value !== undefined))];
}

function pathValues(draft: CallDraft, parameters: ParameterData[]): Record<string, string> {
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  return Object.fromEntries(inPath.map((each) => [each.name, String(draft.fields[fieldKey(each)]?.value ?? '')]));
}
