import Translate from '@docusaurus/Translate';
import { Button, ButtonLink } from '../ui/Button.tsx';
import { ButtonRow } from '../ui/ButtonRow.tsx';
import { useGuides } from '../ui/use-guides.ts';
import styles from './NoCalls.module.css';
import { isFiltered, type UsageQuery } from './usage-query.ts';

interface Props {
  query: UsageQuery;
  onChange: (query: UsageQuery) => void;
}

/** Shown where nothing was counted: what to do so that something is. */
export function NoCalls({ query, onChange }: Props) {
  const { period, by } = query;
  const { has } = useGuides();
  return (
    <div className={styles.none} role="status">
      <p>
        {isFiltered(query) ? (
          <Translate id="usage.none.filtered">
            Nenhuma chamada corresponde a estes filtros, nem neste período nem no anterior.
          </Translate>
        ) : (
          <Translate id="usage.none">
            Nada foi contado, nem neste período nem no anterior. Faça uma chamada, do console ou de qualquer programa
            com a sua chave: ela aparece aqui em dois segundos.
          </Translate>
        )}
      </p>
      <ButtonRow>
        {isFiltered(query) ? (
          <Button onClick={() => onChange({ period, by })}>
            <Translate id="usage.filter.clear">Limpar filtros</Translate>
          </Button>
        ) : (
          <ButtonLink variant="primary" to={has('quickstart') ? '/guides/quickstart' : '/'}>
            <Translate id="usage.none.quickstart">Fazer a primeira chamada</Translate>
          </ButtonLink>
        )}
        {period !== '30d' && (
          <Button onClick={() => onChange({ ...query, period: '30d' })}>
            <Translate id="usage.none.longer">Olhar os últimos 30 dias</Translate>
          </Button>
        )}
      </ButtonRow>
    </div>
  );
}
