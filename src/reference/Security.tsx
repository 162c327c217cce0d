import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { Fragment } from 'react';
import type { OperationData } from '../documents/operation-data.ts';
import { Section } from '../ui/Section.tsx';
import { useFeatures } from '../ui/use-features.ts';
import { useGuides } from '../ui/use-guides.ts';
import { Scheme } from './Scheme.tsx';
import styles from './Security.module.css';
import { sectionTitle } from './section-titles.ts';

/** The credentials of a request, and where they go: one of several sets, each of which is needed whole. */
export function Security({ operation }: { operation: OperationData }) {
  const { has } = useGuides();
  const features = useFeatures();
  const alternatives = operation.security.filter((alternative) => alternative.length > 0);
  const isOptional = alternatives.length > 0 && alternatives.length < operation.security.length;
  const hasSets = alternatives.length > 1 && alternatives.some((alternative) => alternative.length > 1);
  return (
    <Section id="security" title={sectionTitle('security')}>
      {alternatives.length === 0 && (
        <p className={styles.none}>
          {operation.api.isPlatform || !features.sandbox ? (
            <Translate id="reference.open">Esta chamada não pede credenciais.</Translate>
          ) : (
            <Translate id="reference.noSecurity">
              O documento não pede credenciais aqui. No sandbox, envie a chave de teste como Bearer: ela identifica o
              seu espaço de trabalho.
            </Translate>
          )}
        </p>
      )}
      {alternatives.map((alternative, index) => (
        <Fragment key={alternative.map(({ name }) => name).join()}>
          {index > 0 && <Or />}
          <div className={hasSets ? styles.set : undefined}>
            {alternative.map((scheme, place) => (
              <Fragment key={scheme.name}>
                {place > 0 && (
                  <p className={styles.or}>
                    <Translate id="reference.and">junto com</Translate>
                  </p>
                )}
                <Scheme scheme={scheme} />
              </Fragment>
            ))}
          </div>
        </Fragment>
      ))}
      {isOptional && (
        <>
          <Or />
          <p className={styles.none}>
            {operation.api.isPlatform || !features.sandbox ? (
              <Translate id="reference.optionalSecurity">sem credenciais</Translate>
            ) : (
              <Translate id="reference.optionalSecurity.sandbox">
                sem credenciais. O sandbox pede a chave mesmo assim: ela identifica o seu espaço de trabalho.
              </Translate>
            )}
          </p>
        </>
      )}
      {has('authentication') && (
        <p className={styles.guide}>
          <Link to="/guides/authentication">
            <Translate id="reference.securityGuide">Como obter e usar uma chave</Translate>
          </Link>
        </p>
      )}
    </Section>
  );
}

function Or() {
  return (
    <p className={styles.or}>
      <Translate id="reference.or">ou</Translate>
    </p>
  );
}
