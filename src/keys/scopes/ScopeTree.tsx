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

/** Chooses scopes: read and write by API, or individually if an API has several. */
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
          <Translate id="keys.scopes.loading">Carregando os escopos…</Translate>
        </Awaiting>
      )}
    </FieldSet>
  );
}
