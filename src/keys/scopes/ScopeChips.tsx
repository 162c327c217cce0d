import Translate, { translate } from '@docusaurus/Translate';
import styles from './ScopeChips.module.css';

/** The scopes of a key or client by name; the two wildcards in words. */
export function ScopeChips({ scopes }: { scopes: string[] }) {
  const names = scopes.filter((name) => !name.startsWith('*:'));
  const [readsAll, writesAll] = [scopes.includes('*:read'), scopes.includes('*:write')];
  return (
    <span className={styles.chips}>
      {readsAll && writesAll && <Translate id="keys.scopes.all">Ler e escrever em todas as APIs</Translate>}
      {readsAll && !writesAll && translate({ id: 'keys.scopes.allRead', message: 'Ler em todas as APIs' })}
      {!readsAll && writesAll && translate({ id: 'keys.scopes.allWrite', message: 'Escrever em todas as APIs' })}
      {names.map((name) => (
        <code key={name} translate="no">
          {name}
        </code>
      ))}
    </span>
  );
}
