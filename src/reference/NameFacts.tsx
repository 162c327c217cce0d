import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { limitTexts } from './constraints.ts';
import styles from './Field.module.css';
import { type Fact, factsOf, isBrief } from './facts.ts';
import type { Rules } from './merge-schemas.ts';
import { asCode } from './Value.tsx';

/** What of a field is said beside its name and type: its limits, and a default that is short. */
export function NameFacts({ rules }: { rules: Rules }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  return factsOf(rules)
    .filter(isBrief)
    .map((fact) => (
      <span key={fact.kind} className={styles.flag}>
        {fact.kind === 'limits' ? limitTexts(fact.schemas, currentLocale) : <Default fact={fact} />}
      </span>
    ));
}

function Default({ fact }: { fact: Fact }) {
  if (fact.kind !== 'default') return null;
  return (
    <Translate id="reference.defaultIs" values={{ value: <code translate="no">{asCode(fact.values[0])}</code> }}>
      {'padrão {value}'}
    </Translate>
  );
}
