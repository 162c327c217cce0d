import Translate from '@docusaurus/Translate';
import { GuideLink } from '../ui/GuideLink.tsx';
import { ReferenceCrumbs } from '../ui/ReferenceCrumbs.tsx';
import { Section } from '../ui/Section.tsx';
import { OperationPlan } from './OperationPlan.tsx';
import { PlanFacts } from './PlanFacts.tsx';
import styles from './SandboxPlan.module.css';
import type { SandboxPlanData } from './sandbox-plan-data.ts';

/** How the sandbox interpreted an API and why, so that its provider sees what a profile must specify. */
export function SandboxPlan({ data }: { data: SandboxPlanData | object }) {
  const { api, conventions, stores, operations } = data as SandboxPlanData;
  const open = operations.filter(({ hints }) => hints.length > 0);
  return (
    <div className={styles.page}>
      <header>
        <ReferenceCrumbs api={api} />
        <h1>
          <Translate id="explain.title">O que o sandbox entendeu</Translate>
        </h1>
        <p className={styles.lead}>
          <Translate
            id="explain.lead"
            values={{
              guide: (
                <GuideLink to="profile" inSentence>
                  <Translate id="explain.lead.guide">perfil</Translate>
                </GuideLink>
              ),
              command: <code translate="no">npm run explain -- {api.slug}</code>,
            }}
          >
            {
              'O sandbox infere do documento o que cada operação faz; um {guide} completa o que falta. No terminal, {command} mostra o mesmo.'
            }
          </Translate>
        </p>
        {open.length > 0 ? (
          <div className={styles.open}>
            <p>
              <Translate id="explain.open" values={{ count: open.length, all: operations.length }}>
                {'Um perfil pode completar {count} de {all} operações:'}
              </Translate>
            </p>
            <ul>
              {open.map(({ slug, method, path }) => (
                <li key={slug}>
                  <a href={`#${slug}`}>
                    <code translate="no">
                      {method} {path}
                    </code>
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ) : (
          <p className={styles.settled}>
            <Translate id="explain.settled">Todas as operações foram entendidas.</Translate>
          </p>
        )}
      </header>
      <Section id="profile" title={<Translate id="explain.profile">Convenções</Translate>}>
        <dl className={styles.conventions}>
          {conventions.map(({ property, isSaid, text }) => (
            <div key={property} data-said={isSaid}>
              <dt>
                <code translate="no">{property}</code>
              </dt>
              <dd>
                <span>{text}</span>
                {!isSaid && (
                  <span className={styles.default}>
                    <Translate id="explain.default">padrão</Translate>
                  </span>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section id="stores" title={<Translate id="explain.stores">Coleções</Translate>}>
        {stores.map(({ store, facts }) => (
          <div key={store} className={styles.part}>
            <h3>
              <code translate="no">{store}</code>
            </h3>
            <PlanFacts facts={facts} />
          </div>
        ))}
      </Section>
      <Section id="operations" title={<Translate id="reference.operations">Operações</Translate>}>
        {operations.map((operation) => (
          <OperationPlan key={operation.slug} api={api} operation={operation} />
        ))}
      </Section>
    </div>
  );
}
