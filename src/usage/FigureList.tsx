import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { Moment } from '../format/Moment.tsx';
import type { Metrics } from '../generated/platform/types.gen.ts';
import { changeText } from './change-text.ts';
import styles from './FigureList.module.css';
import { FigureValue } from './FigureValue.tsx';
import { requestsLink } from './requests-link.ts';
import { listFigures } from './shown-figures.ts';
import type { UsageQuery } from './usage-query.ts';

/** The figures of the whole period, each with its change against the period before. */
export function FigureList({ query, metrics }: { query: UsageQuery; metrics: Metrics }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const { totals, previous, from } = metrics;
  return (
    <div className={styles.whole}>
      <p className={styles.since}>
        <Translate id="usage.since" values={{ from: <Moment key="from" time={from} /> }}>
          {'De {from} até agora; antes é o período de mesma duração até esse momento.'}
        </Translate>
      </p>
      <dl className={styles.figures}>
        {listFigures().map((figure) => {
          const { name, label, behind } = figure;
          return (
            <div key={name} data-figure={name}>
              <dt>{label}</dt>
              <dd>
                <FigureValue
                  figure={figure}
                  value={totals[name]}
                  to={behind && totals.calls > 0 ? requestsLink(query, from, behind) : undefined}
                />
              </dd>
              <dd className={styles.change}>{changeText(figure, { figures: totals, previous }, currentLocale)}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}
