import { translate } from '@docusaurus/Translate';
import { useApiTitle } from '../../documents/use-api-title.ts';
import type { EventType } from '../../generated/platform/types.gen.ts';
import { Select } from '../../ui/Control.tsx';
import { Field, FieldRow } from '../../ui/Field.tsx';
import { groupByApi, isChosen } from './chosen-types.ts';

interface Props {
  eventTypes: EventType[];
  chosen: string[];
  versions: Record<string, string>;
  onChange: (versions: Record<string, string>) => void;
}

/** For each API with several versions, the version in which the endpoint receives its events. */
export function ApiVersionFields({ eventTypes, chosen, versions, onChange }: Props) {
  const titleOf = useApiTitle();
  const several = groupByApi(eventTypes).filter(
    ([, types]) => (types[0]?.api_versions.length ?? 0) > 1 && types.some(({ name }) => isChosen(chosen, name)),
  );
  if (several.length === 0) return null;
  return (
    <FieldRow>
      {several.map(([api, [first]]) => (
        <Field
          key={api}
          label={translate({ id: 'webhooks.form.version', message: 'Versão da API {api}' }, { api: titleOf(api) })}
        >
          {(control) => (
            <Select
              {...control}
              value={versions[api] ?? first?.api_versions[0]}
              onChange={({ target }) => onChange({ ...versions, [api]: target.value })}
            >
              {first?.api_versions.map((version) => (
                <option key={version}>{version}</option>
              ))}
            </Select>
          )}
        </Field>
      ))}
    </FieldRow>
  );
}
