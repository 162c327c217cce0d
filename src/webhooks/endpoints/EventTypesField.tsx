import Translate from '@docusaurus/Translate';
import { useApiTitle } from '../../documents/use-api-title.ts';
import type { EventType } from '../../generated/platform/types.gen.ts';
import { Check } from '../../ui/Check.tsx';
import { FieldSet } from '../../ui/Field.tsx';
import { chooseType, groupByApi, isChosen } from './chosen-types.ts';
import styles from './Endpoints.module.css';

interface Props {
  eventTypes: EventType[];
  /** Patterns as the platform API takes them: `*`, `notas:*`, `notas:document_success`. */
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** Chooses the events that an endpoint receives: all, all of an API, or single types. */
export function EventTypesField({ eventTypes, chosen, onChange }: Props) {
  const titleOf = useApiTitle();
  const choose = (name: string, wanted: boolean) => onChange(chooseType(eventTypes, chosen, name, wanted));
  const all = isChosen(chosen, '*');
  return (
    <FieldSet legend={<Translate id="webhooks.types">Eventos</Translate>}>
      <Check checked={all} onChange={(wanted) => choose('*', wanted)}>
        <Translate id="webhooks.types.all">Todos, inclusive tipos futuros</Translate>
      </Check>
      {!all &&
        groupByApi(eventTypes).map(([api, types]) => {
          const count = types.filter(({ name }) => isChosen(chosen, name)).length;
          return (
            <details key={api} className={styles.group} open={count > 0}>
              <summary>
                {titleOf(api)}
                <span className={styles.quiet}>
                  {count}/{types.length}
                </span>
              </summary>
              <div className={styles.groupTypes}>
                <Check checked={isChosen(chosen, `${api}:*`)} onChange={(wanted) => choose(`${api}:*`, wanted)}>
                  <Translate id="webhooks.types.api">Todos desta API</Translate>
                </Check>
                {types.map(({ name, type }) => (
                  <Check key={name} checked={isChosen(chosen, name)} onChange={(wanted) => choose(name, wanted)}>
                    <code translate="no">{type}</code>
                  </Check>
                ))}
              </div>
            </details>
          );
        })}
      {chosen.length === 0 && (
        <p role="status" className={styles.missing}>
          <Translate id="webhooks.types.none">Escolha ao menos um.</Translate>
        </p>
      )}
    </FieldSet>
  );
}
