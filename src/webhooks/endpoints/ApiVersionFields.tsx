import { translate } from '@docusaurus/Translate';
import { useId } from 'react';
import type { EventType } from '../../generated/platform/types.gen.ts';
import fields from '../Fields.module.css';
import { useApiTitle } from '../use-api-title.ts';
import { groupByApi, isChosen } from './chosen-types.ts';

interface Props {
  eventTypes: EventType[];
  chosen: string[];
  versions: Record<string, string>;
  onChange: (versions: Record<string, string>) => void;
}

/** In which version each API that has several tells its events to the endpoint. */
export function ApiVersionFields({ eventTypes, chosen, versions, onChange }: Props) {
  const id = useId();
  const titleOf = useApiTitle();
  const several = groupByApi(eventTypes).filter(
    ([, types]) => (types[0]?.api_versions.length ?? 0) > 1 && types.some(({ name }) => isChosen(chosen, name)),
  );
  if (several.length === 0) return null;
  return (
    <div className={fields.row}>
      {several.map(([api, [first]]) => (
        <span key={api}>
          <label htmlFor={`${id}-${api}`}>
            {translate({ id: 'webhooks.form.version', message: 'Versão da API {api}' }, { api: titleOf(api) })}
          </label>
          <select
            id={`${id}-${api}`}
            value={versions[api] ?? first?.api_versions[0]}
            onChange={({ target }) => onChange({ ...versions, [api]: target.value })}
          >
            {first?.api_versions.map((version) => (
              <option key={version}>{version}</option>
            ))}
          </select>
        </span>
      ))}
    </div>
  );
}
