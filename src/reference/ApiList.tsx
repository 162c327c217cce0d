import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { Fragment } from 'react';
import type { ApiLine } from '../documents/api-index-data.ts';
import { groupApis } from '../documents/group-apis.ts';
import { useFeatures } from '../ui/use-features.ts';
import styles from './ApiList.module.css';

/** The list of all APIs of this portal. */
export function ApiList({ data }: { data: ApiLine[] | object }) {
  const features = useFeatures();
  return (
    <div className={styles.page}>
      <h1>
        <Translate id="reference.title">Referência</Translate>
      </h1>
      <p className={styles.lead}>
        {features.sandbox ? (
          <Translate id="reference.lead">
            Cada operação tem uma página: o que ela faz, o que recebe, o que retorna e um console que chama o sandbox.
          </Translate>
        ) : (
          <Translate id="reference.lead.plain">
            Cada operação tem uma página: o que ela faz, o que recebe e o que retorna.
          </Translate>
        )}
      </p>
      {groupApis(data as ApiLine[]).map(({ heading, apis: group }) => (
        <Fragment key={group[0]?.slug}>
          {heading && <p className={styles.group}>{heading}</p>}
          <ul className={styles.apis}>
            {group.map((api) => (
              <li key={api.slug}>
                <h2>
                  <Link to={`/reference/${api.slug}`} lang={api.lang}>
                    {api.title}
                  </Link>
                  {api.version && <span className={styles.version}>{api.version}</span>}
                </h2>
                {api.faulty ? (
                  <p className={styles.faulty}>
                    <Translate id="reference.faulty">Esta API não está disponível agora.</Translate>
                  </p>
                ) : (
                  <>
                    <p lang={api.lang}>{api.summary}</p>
                    <p className={styles.facts}>
                      <Translate id="reference.operationCount" values={{ count: String(api.operations) }}>
                        {'{count} operações'}
                      </Translate>
                      <code translate="no">{api.basePath}</code>
                    </p>
                  </>
                )}
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </div>
  );
}
