import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { formatDuration } from '../../format/format-figures.ts';
import { numberFormat } from '../../format/formatters.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { listStages } from './list-stages.ts';
import styles from './Stages.module.css';

/** Where the time of a call went: a bar, and the same figures as text. */
export function Stages({ entry }: { entry: RequestDetails }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const stages = listStages(entry);
  return (
    <section className={styles.stages} aria-labelledby="entry-stages">
      <h2 id="entry-stages">
        <Translate id="requests.stages" values={{ total: formatDuration(entry.duration_ms, currentLocale) }}>
          {'Para onde foram os {total}'}
        </Translate>
      </h2>
      <div className={styles.bar} aria-hidden="true">
        {stages.map(({ name, milliseconds }) => (
          <span key={name} data-stage={name} style={{ flexGrow: milliseconds }} />
        ))}
      </div>
      <dl>
        {stages.map(({ name, milliseconds }) => (
          <div key={name} data-stage={name}>
            <dt>{stageText(name)}</dt>
            <dd>{stageDuration(milliseconds, currentLocale)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

/** Many stages take less than the tenth of a millisecond that durations are rounded to. */
function stageDuration(milliseconds: number, locale: string): string {
  if (milliseconds >= 1) return formatDuration(milliseconds, locale);
  return `${numberFormat(locale, { maximumFractionDigits: 2 }).format(milliseconds)} ms`;
}

function stageText(name: string): string {
  const known: Record<string, string> = {
    identify: translate({ id: 'requests.stage.identify', message: 'Identificar quem chama' }),
    limit: translate({ id: 'requests.stage.limit', message: 'Contar no limite' }),
    validate: translate({ id: 'requests.stage.validate', message: 'Validar' }),
    handle: translate({ id: 'requests.stage.handle', message: 'Executar' }),
    write: translate({ id: 'requests.stage.write', message: 'Escrever a resposta' }),
    wait: translate({ id: 'requests.stage.wait', message: 'Esperar, a pedido ou por um limite' }),
    rest: translate({ id: 'requests.stage.rest', message: 'Receber, enviar e o resto' }),
  };
  return known[name] ?? name;
}
