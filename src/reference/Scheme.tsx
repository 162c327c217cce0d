import Translate, { translate } from '@docusaurus/Translate';
import type { FlowData } from '../documents/operation-aside.ts';
import type { SecurityData } from '../documents/operation-data.ts';
import { DocumentText } from '../ui/DocumentText.tsx';
import { Prose } from '../ui/Prose.tsx';
import styles from './Security.module.css';

/** One security scheme: type, location, scopes, and where its tokens come from. */
export function Scheme({ scheme }: { scheme: SecurityData }) {
  return (
    <div className={styles.scheme}>
      <p className={styles.head}>
        <b>{kindOf(scheme)}</b>
        <code translate="no">{placeOf(scheme)}</code>
        {scheme.bearerFormat && <span className={styles.format}>{scheme.bearerFormat}</span>}
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
      {scheme.openIdConnectUrl && (
        <p className={styles.address}>
          <Translate id="reference.openIdConnectUrl">Configuração:</Translate> <Address url={scheme.openIdConnectUrl} />
        </p>
      )}
      {scheme.flows?.map((flow) => (
        <Flow key={flow.name} flow={flow} />
      ))}
    </div>
  );
}

function Flow({ flow: { name, urls, scopes = [] } }: { flow: FlowData }) {
  return (
    <div className={styles.flow}>
      <p>{flowName(name)}</p>
      <ul>
        {urls.map(([place, url]) => (
          <li key={place} className={styles.address}>
            {urlName(place)} <Address url={url} />
          </li>
        ))}
      </ul>
      {scopes.length > 0 && (
        <dl className={styles.scopeList}>
          {scopes.map(([scope, text]) => (
            <div key={scope}>
              <dt translate="no">
                <code>{scope}</code>
              </dt>
              <dd>
                <DocumentText>{text}</DocumentText>
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function Address({ url }: { url: string }) {
  return (
    <a href={url} translate="no">
      {url}
    </a>
  );
}

function flowName(name: string): string {
  const names: Record<string, string> = {
    authorizationCode: translate({ id: 'reference.flow.authorizationCode', message: 'Código de autorização' }),
    clientCredentials: translate({ id: 'reference.flow.clientCredentials', message: 'Credenciais do cliente' }),
    implicit: translate({ id: 'reference.flow.implicit', message: 'Implícito' }),
    password: translate({ id: 'reference.flow.password', message: 'Senha' }),
    deviceAuthorization: translate({ id: 'reference.flow.deviceAuthorization', message: 'Autorização de dispositivo' }),
  };
  return names[name] ?? name;
}

function urlName(place: string): string {
  const names: Record<string, string> = {
    authorizationUrl: translate({ id: 'reference.flow.authorizationUrl', message: 'Autorização:' }),
    tokenUrl: translate({ id: 'reference.flow.tokenUrl', message: 'Token:' }),
    refreshUrl: translate({ id: 'reference.flow.refreshUrl', message: 'Renovação:' }),
    deviceAuthorizationUrl: translate({ id: 'reference.flow.deviceAuthorizationUrl', message: 'Dispositivo:' }),
  };
  return names[place] ?? place;
}

function kindOf({ type, scheme = '' }: SecurityData): string {
  if (type === 'apiKey') return translate({ id: 'reference.apiKey', message: 'Chave de API' });
  if (type === 'oauth2') return 'OAuth 2.0';
  if (type === 'openIdConnect') return 'OpenID Connect';
  if (type === 'mutualTLS') return translate({ id: 'reference.mutualTls', message: 'Certificado de cliente (mTLS)' });
  return `HTTP ${schemeName(scheme)}`;
}

function placeOf({ type, scheme = 'bearer', in: place, parameterName, name }: SecurityData): string {
  if (type === 'apiKey') {
    if (place === 'query') return `?${parameterName}=…`;
    return place === 'cookie' ? `Cookie: ${parameterName}=…` : `${parameterName}: …`;
  }
  if (type === 'mutualTLS') return name;
  return `Authorization: ${type === 'http' ? schemeName(scheme) : 'Bearer'} …`;
}

/** Schemes are registered with a capital letter, some with more (IANA, HTTP Authentication Schemes). */
function schemeName(scheme: string): string {
  const others: Record<string, string> = {
    dpop: 'DPoP',
    hoba: 'HOBA',
    oauth: 'OAuth',
    'scram-sha-256': 'SCRAM-SHA-256',
  };
  return others[scheme] ?? scheme.replace(/^[a-z]/, (letter) => letter.toUpperCase());
}
