import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { useCredentialNames } from '../client/use-credential-names.ts';
import { useApiTitle } from '../documents/use-api-title.ts';
import type { Metrics, MetricsGroup } from '../generated/platform/types.gen.ts';
import { Section } from '../ui/Section.tsx';
import { Table } from '../ui/Table.tsx';
import { changeText } from './change-text.ts';
import { FigureValue } from './FigureValue.tsx';
import styles from './GroupTable.module.css';
import { groupingText, namelessText } from './grouping-texts.ts';
import { criteriaOf, querySplitting, requestsLink } from './requests-link.ts';
import { listFigures } from './shown-figures.ts';
import { type UsageQuery, writeUsageQuery } from './usage-query.ts';

const mostGroups = 100;

/** The same figures for each API, operation, key, and so on. A name opens what it is made of. */
export function GroupTable({ query, metrics }: { query: UsageQuery; metrics: Metrics }) {
  const { groups, from } = metrics;
  const figures = listFigures();
  const heading = groupingText(query.by);
  return (
    <Section
      id="groups"
      title={
        <Translate id="usage.groups" values={{ by: query.by === 'api' ? heading : heading.toLowerCase() }}>
          {'Por {by}'}
        </Translate>
      }
    >
      <Table
        className={styles.groups}
        caption={translate({
          id: 'usage.groups.caption',
          message: 'Números do período, do grupo com mais chamadas ao que tem menos',
        })}
        columns={[heading, ...figures.map(({ label }) => label)]}
        rows={groups}
      >
        {(group) => {
          const behind = criteriaOf(query.by, group);
          return (
            <tr key={`${group.api} ${group.name}`}>
              <th scope="row">
                <GroupName query={query} group={group} />
              </th>
              {figures.map((figure) => (
                <td key={figure.name}>
                  <FigureValue
                    figure={figure}
                    value={group.figures[figure.name]}
                    to={
                      behind && figure.behind ? requestsLink(query, from, { ...figure.behind, ...behind }) : undefined
                    }
                  />
                  {figure.name === 'calls' && <CallChange group={group} />}
                </td>
              ))}
            </tr>
          );
        }}
      </Table>
      {groups.length >= mostGroups && (
        <p className={styles.more}>
          <Translate id="usage.groups.more" values={{ count: mostGroups }}>
            {'Só os {count} grupos com mais chamadas aparecem aqui.'}
          </Translate>
        </p>
      )}
    </Section>
  );
}

function CallChange({ group }: { group: MetricsGroup }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const [calls] = listFigures();
  return calls && <small>{changeText(calls, group, currentLocale)}</small>;
}

function GroupName({ query, group }: { query: UsageQuery; group: MetricsGroup }) {
  const titleOf = useApiTitle();
  const names = useCredentialNames();
  const { api, name } = group;
  const parts = querySplitting(query, group);
  const text = textOf();
  return (
    <>
      {parts ? <Link to={`/usage${writeUsageQuery(parts)}`}>{text}</Link> : text}
      {api && query.by !== 'api' && !query.api && <small>{titleOf(api)}</small>}
    </>
  );

  function textOf(): string {
    if (!name) return namelessText(query.by);
    if (query.by === 'api') return titleOf(name);
    if (query.by === 'credential') return names.get(name) ?? name;
    return query.by === 'status' && name === '0'
      ? translate({ id: 'usage.dropped', message: 'Conexão cortada' })
      : name;
  }
}
