import { translate } from '@docusaurus/Translate';
import { useId, useState } from 'react';
import type { ApiScopes } from '../../generated/platform/types.gen.ts';
import { Check } from '../../ui/Check.tsx';
import styles from './ScopeTree.module.css';
import { allows, choose, chosenOf, isRuled, scopesFor } from './scope-choice.ts';

interface Props {
  tree: ApiScopes[];
  api: ApiScopes;
  chosen: string[];
  onChange: (chosen: string[]) => void;
}

/** One API of the tree: checkboxes for read and write and, if there are more, for its individual scopes. */
export function ScopeRow({ tree, api, chosen, onChange }: Props) {
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const isWildcard = api.api === '*';
  const hasSeveral = (['read', 'write'] as const).some((access) => scopesFor(api, access).length > 1);
  const labels = {
    read: translate({ id: 'keys.scopes.readOf', message: '{api}: ler' }, { api: api.title }),
    write: translate({ id: 'keys.scopes.writeOf', message: '{api}: escrever' }, { api: api.title }),
  };
  return (
    <>
      <tr data-all={isWildcard}>
        <th scope="row">
          {hasSeveral ? (
            <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
              {api.title}
            </button>
          ) : (
            api.title
          )}
        </th>
        {(['read', 'write'] as const).map((access) => {
          const scopes = scopesFor(api, access);
          return (
            <td key={access}>
              {scopes.length > 0 && (
                <Check
                  label={labels[access]}
                  checked={chosenOf(chosen, scopes) === 'all'}
                  isPartial={chosenOf(chosen, scopes) === 'some'}
                  disabled={scopes.every((scope) => isRuled(chosen, scope))}
                  onChange={(wanted) => onChange(choose(tree, chosen, scopes, wanted))}
                />
              )}
            </td>
          );
        })}
      </tr>
      {hasSeveral && (
        <tr id={id} hidden={!isOpen}>
          <td colSpan={3} className={styles.leaves}>
            {api.scopes.map((scope) => (
              <Check
                key={scope.name}
                checked={allows(chosen, scope)}
                disabled={isRuled(chosen, scope)}
                onChange={(wanted) => onChange(choose(tree, chosen, [scope], wanted))}
              >
                <span>
                  <code translate="no">{scope.name}</code>
                  {scope.description && <small>{scope.description}</small>}
                </span>
              </Check>
            ))}
          </td>
        </tr>
      )}
    </>
  );
}
