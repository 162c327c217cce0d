import Translate from '@docusaurus/Translate';
import styles from './Correction.module.css';

interface Props {
  meant: string;
  typed: string;
  onLiteral: () => void;
}

/** Says what was searched for instead of what was typed, and offers the latter. */
export function Correction({ meant, typed, onLiteral }: Props) {
  return (
    <p className={styles.correction}>
      <Translate id="search.corrected" values={{ query: <b>{meant}</b> }}>
        {'Resultados para {query}.'}
      </Translate>{' '}
      <button type="button" onClick={onLiteral}>
        <Translate id="search.literally" values={{ query: typed }}>
          {'Buscar por {query} mesmo assim'}
        </Translate>
      </button>
    </p>
  );
}
