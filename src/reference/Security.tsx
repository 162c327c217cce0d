import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import { Fragment } from 'react';
import type { OperationData, SecurityData } from '../documents/operation-data.ts';
import { Prose } from '../ui/Prose.tsx';
import { Section } from '../ui/Section.tsx';
import { useFeatures } from '../ui/use-features.ts';
import { useGuides } from '../ui/use-guides.ts';
import styles from './Security.module.css';

/** The credentials of a request, and where they go. */
export function Security({ operation }: { operation: OperationData }) {
  const { has } = useGuides();
  const features = useFeatures();
  const alternatives = operation.security.filter((alternative) => alternative.length > 0);
  return (
    <Section id="security" title={<Translate id="reference.security">Autenticação</Translate>}>
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
          {index > 0 && (
            <p className={styles.or}>
              <Translate id="reference.or">ou</Translate>
            </p>
          )}
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
        </Fragment>
      ))}
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

/** One security scheme: type, location, scopes. */
export function Scheme({ scheme }: { scheme: SecurityData }) {
  return (
    <div className={styles.scheme}>
      <p className={styles.head}>
        <b>{kindOf(scheme)}</b>
        <code translate="no">{placeOf(scheme)}</code>
      </p>
      <Prose html={scheme.description} className={styles.text} />
      {scheme.scopes.length > 0 && (
        <p className={styles.scopes}>
          <Translate id="reference.scopes">Escopos:</Translate>{' '}
          {scheme.scopes.map((scope) => (
            <code key={scope} translate="no">
              {scope}
            </code>
          ))}
        </p>
      )}
    </div>
  );
}

function kindOf({ type, scheme }: SecurityData): string {
  if (type === 'apiKey') return translate({ id: 'reference.apiKey', message: 'Chave de API' });
  if (type === 'oauth2') return 'OAuth 2.0';
  if (type === 'openIdConnect') return 'OpenID Connect';
  if (type === 'mutualTLS') return translate({ id: 'reference.mutualTls', message: 'Certificado de cliente (mTLS)' });
  return `HTTP ${scheme === 'basic' ? 'Basic' : scheme === 'bearer' ? 'Bearer' : scheme}`;
}

function placeOf({ type, scheme, in: place, parameterName, name }: SecurityData): string {
  if (type === 'apiKey') {
    if (place === 'query') return `?${parameterName}=…`;
    return place === 'cookie' ? `Cookie: ${parameterName}=…` : `${parameterName}: …`;
  }
  if (type === 'mutualTLS') return name;
  return `Authorization: ${scheme === 'basic' ? 'Basic' : 'Bearer'} …`;
}
