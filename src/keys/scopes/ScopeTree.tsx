import Translate, { translate } from '@docusaurus/Translate';
import { Awaiting } from '../../client/Awaiting.tsx';
import { FieldSet } from '../../ui/Field.tsx';
import { Table } from '../../ui/Table.tsx';
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
  const read = useScopes();
  const tree = read.data;
  const columns = [
    translate({ id: 'keys.scopes.api', message: 'API' }),
    translate({ id: 'keys.scopes.read', message: 'Ler' }),
    translate({ id: 'keys.scopes.write', message: 'Escrever' }),
  ];
  return (
    <FieldSet legend={<Translate id="keys.scopes">Escopos</Translate>} error={error}>
      {tree ? (
        <Table className={styles.tree} columns={columns} rows={tree}>
          {(api) => <ScopeRow key={api.api} tree={tree} api={api} chosen={chosen} onChange={onChange} />}
        </Table>
      ) : (
        <Awaiting read={read}>
          <Translate id="keys.scopes.loading">Lendo os escopos…</Translate>
        </Awaiting>
      )}
    </FieldSet>
  );
}
