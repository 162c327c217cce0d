import Translate, { translate } from '@docusaurus/Translate';
import { useId } from 'react';
import { PlatformProblem } from '../../client/PlatformProblem.tsx';
import type { ApiScopes } from '../../generated/platform/types.gen.ts';
import { ScopeRow } from './ScopeRow.tsx';
import styles from './ScopeTree.module.css';
import { useScopes } from './use-scopes.ts';

interface Props {
  chosen: string[];
  error?: string;
  onChange: (chosen: string[]) => void;
}

/** What a program may do: by API, to read and to write, and one by one where an API has several scopes. */
export function ScopeTree({ chosen, error, onChange }: Props) {
  const id = useId();
  const { data: tree, error: problem, refetch } = useScopes();
  return (
    <fieldset
      className={styles.tree}
      tabIndex={-1}
      data-invalid={error ? true : undefined}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend>
        <Translate id="keys.scopes">Escopos</Translate>
      </legend>
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
      {problem && !tree && <PlatformProblem error={problem} onRetry={() => void refetch()} />}
      {!problem && !tree && (
        <p role="status" className={styles.quiet}>
          <Translate id="keys.scopes.loading">Lendo os escopos…</Translate>
        </p>
      )}
      {tree && <Table tree={tree} chosen={chosen} onChange={onChange} />}
    </fieldset>
  );
}

function Table({ tree, chosen, onChange }: Pick<Props, 'chosen' | 'onChange'> & { tree: ApiScopes[] }) {
  return (
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">
            <Translate id="keys.scopes.api">API</Translate>
          </th>
          <th scope="col">{translate({ id: 'keys.scopes.read', message: 'Ler' })}</th>
          <th scope="col">{translate({ id: 'keys.scopes.write', message: 'Escrever' })}</th>
        </tr>
      </thead>
      <tbody>
        {tree.map((api) => (
          <ScopeRow key={api.api} tree={tree} api={api} chosen={chosen} onChange={onChange} />
        ))}
      </tbody>
    </table>
  );
}
