import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import { CopyButton } from '@site/src/ui/CopyButton.tsx';
import { useOrigin } from '@site/src/ui/use-origin.ts';
import { Fragment } from 'react';
import type { ApiIndexData, TagData } from '../documents/api-index-data.ts';
import { DocumentText } from '../ui/DocumentText.tsx';
import { DocumentLang } from '../ui/document-lang.ts';
import { PageLink } from '../ui/PageLink.tsx';
import { Prose } from '../ui/Prose.tsx';
import { Section } from '../ui/Section.tsx';
import { useFeatures } from '../ui/use-features.ts';
import { AboutApi } from './AboutApi.tsx';
import styles from './ApiIndex.module.css';
import { DocsLink } from './DocsLink.tsx';
import { HookList } from './HookList.tsx';
import { PageLines } from './PageLines.tsx';
import { Scheme } from './Scheme.tsx';
import { ServerList } from './ServerList.tsx';

/** The overview page of an API: description, servers, authentication and operations. */
export function ApiIndex({ data }: { data: ApiIndexData | object }) {
  const index = data as ApiIndexData;
  const { api, isExplained, security, tags, webhooks, callbacks } = index;
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
          {tags.map((tag, place) => (
            <Fragment key={tag.id}>
              {tag.group && tag.group !== tags[place - 1]?.group && (
                <h3 className={styles.group}>
                  <DocumentText>{tag.group}</DocumentText>
                </h3>
              )}
              <Tag api={api.slug} tag={tag} />
            </Fragment>
          ))}
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

function Tag({ api, tag }: { api: string; tag: TagData }) {
  const Heading = tag.group ? 'h4' : 'h3';
  useBrokenLinks().collectAnchor(tag.id);
  return (
    <div className={styles.tag} id={tag.id}>
      <Heading>
        <a href={`#${tag.id}`} className={styles.label}>
          <DocumentText>{tag.label}</DocumentText>
        </a>
      </Heading>
      <Prose html={tag.description} className={styles.tagText} />
      <DocsLink docs={tag.docs} />
      <PageLines
        api={api}
        className={styles.operations}
        lines={tag.operations.map(({ slug, method, path, summary, deprecated }) => ({
          slug,
          method,
          code: path,
          title: <DocumentText>{summary}</DocumentText>,
          deprecated,
        }))}
      />
    </div>
  );
}
