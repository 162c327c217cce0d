import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { CopyButton } from '@site/src/ui/CopyButton.tsx';
import { useOrigin } from '@site/src/ui/use-origin.ts';
import type { ApiIndexData } from '../documents/api-index-data.ts';
import { DocumentLang } from '../ui/document-lang.ts';
import { PageLink } from '../ui/PageLink.tsx';
import { Section } from '../ui/Section.tsx';
import { useFeatures } from '../ui/use-features.ts';
import { AboutApi } from './AboutApi.tsx';
import styles from './ApiIndex.module.css';
import { HookList } from './HookList.tsx';
import { OperationList } from './OperationList.tsx';
import { Scheme } from './Scheme.tsx';
import { ServerList } from './ServerList.tsx';
import { useOpenAncestors } from './use-open-ancestors.ts';

/** The overview page of an API: description, servers, authentication and operations. */
export function ApiIndex({ data }: { data: ApiIndexData | object }) {
  const index = data as ApiIndexData;
  const { api, isExplained, security, tags, webhooks, callbacks } = index;
  useOpenAncestors();
  const isEmpty = tags.every(({ operations }) => operations.length === 0);
  return (
    <DocumentLang value={api.lang}>
      <div className={styles.page}>
        <AboutApi index={index} />
        <Servers index={index} />
        {security.length > 0 && (
          <Section id="security" title={<Translate id="reference.security">Autenticação</Translate>}>
            {security.map((scheme) => (
              <Scheme key={scheme.name} scheme={scheme} />
            ))}
          </Section>
        )}
        <Section
          id="operations"
          title={<Translate id="reference.operations">Operações</Translate>}
          aside={
            <PageLink to="/downloads" className={styles.downloads}>
              <Translate id="reference.apiDownloads">OpenAPI e coleção do Postman</Translate>
            </PageLink>
          }
        >
          {isEmpty && <NoOperations index={index} />}
          <OperationList index={index} />
          {isExplained && !isEmpty && (
            <p className={styles.explained}>
              <Link to={`/reference/${api.slug}/sandbox-plan`}>
                <Translate id="reference.sandboxPlan">O que o sandbox entendeu desta API, e por quê</Translate>
              </Link>
            </p>
          )}
        </Section>
        {webhooks.length > 0 && (
          <Section id="webhooks" title="Webhooks">
            <HookList api={api.slug} hooks={webhooks} />
          </Section>
        )}
        {callbacks.length > 0 && (
          <Section id="callbacks" title="Callbacks">
            <HookList api={api.slug} hooks={callbacks} />
          </Section>
        )}
      </div>
    </DocumentLang>
  );
}

function NoOperations({ index: { webhooks } }: { index: ApiIndexData }) {
  return (
    <p className={styles.none}>
      {webhooks.length > 0 ? (
        <Translate id="reference.noOperations.webhooks">
          Esta API não tem operações para chamar: ela só envia webhooks.
        </Translate>
      ) : (
        <Translate id="reference.noOperations">Este documento não tem operações.</Translate>
      )}
    </p>
  );
}

function Servers({ index: { api, servers } }: { index: ApiIndexData }) {
  const origin = useOrigin();
  const features = useFeatures();
  const own = origin + api.basePath;
  return (
    <Section id="servers" title={<Translate id="reference.servers">Servidores</Translate>}>
      <ServerList
        servers={servers}
        first={
          features.sandbox && (
            <div>
              <dt>Sandbox</dt>
              <dd className={styles.own}>
                <code translate="no">{own}</code>
                <CopyButton text={own} />
              </dd>
            </div>
          )
        }
      />
      {servers.length > 0 && !api.servers && (
        <p className={styles.serversNote}>
          <Translate id="reference.servers.sandboxOnly">
            O console e a sua chave de teste só chamam o sandbox. Os outros servidores são do provedor e pedem as
            credenciais dele.
          </Translate>
        </p>
      )}
    </Section>
  );
}
