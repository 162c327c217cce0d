import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { ContactLinks } from '@site/src/ui/ContactLinks.tsx';
import { CopyButton } from '@site/src/ui/CopyButton.tsx';
import { MethodBadge } from '@site/src/ui/MethodBadge.tsx';
import { useOrigin } from '@site/src/ui/use-origin.ts';
import clsx from 'clsx';
import type { ApiIndexData, TagData } from '../documents/api-index-data.ts';
import { DocumentText } from '../ui/DocumentText.tsx';
import { DocumentLang } from '../ui/document-lang.ts';
import { PageLink } from '../ui/PageLink.tsx';
import { Prose } from '../ui/Prose.tsx';
import { Section } from '../ui/Section.tsx';
import { useFeatures } from '../ui/use-features.ts';
import styles from './ApiIndex.module.css';
import { Scheme } from './Security.tsx';

/** The overview page of an API: description, servers, authentication and operations. */
export function ApiIndex({ data }: { data: ApiIndexData | object }) {
  const { api, description, contact, isExplained, hasWorks, servers, security, tags } = data as ApiIndexData;
  const origin = useOrigin();
  const features = useFeatures();
  return (
    <DocumentLang value={api.lang}>
      <div className={styles.page}>
        <header>
          <h1>
            <DocumentText>{api.title}</DocumentText> <span className={styles.version}>{api.version}</span>
          </h1>
          <Prose html={description} className={styles.description} />
          {hasWorks && (
            <p className={styles.works}>
              <Link to={`/reference/${api.slug}/how-it-works`}>
                <Translate id="reference.howItWorks">Como esta API funciona</Translate>
              </Link>
            </p>
          )}
          {contact && (
            <p className={styles.contact}>
              <b>
                <Translate id="reference.contact">Contato</Translate>
              </b>
              <ContactLinks {...contact} />
            </p>
          )}
        </header>
        <Section id="servers" title={<Translate id="reference.servers">Servidores</Translate>}>
          <dl className={styles.servers}>
            {features.sandbox && (
              <div>
                <dt>Sandbox</dt>
                <dd>
                  <code translate="no">{origin + api.basePath}</code>
                  <CopyButton text={origin + api.basePath} />
                </dd>
              </div>
            )}
            {servers.map(({ url, description: text }) => (
              <div key={url}>
                <dt>
                  <Prose html={text} inline />
                </dt>
                <dd>
                  <code translate="no">{url}</code>
                </dd>
              </div>
            ))}
          </dl>
          {servers.length > 0 && !api.servers && (
            <p className={styles.serversNote}>
              <Translate id="reference.servers.sandboxOnly">
                O console e a sua chave de teste só chamam o sandbox. Os outros servidores são do provedor e pedem as
                credenciais dele.
              </Translate>
            </p>
          )}
        </Section>
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
          {tags.map((tag) => (
            <Tag key={tag.name} api={api.slug} tag={tag} />
          ))}
          {isExplained && (
            <p className={styles.explained}>
              <Link to={`/reference/${api.slug}/sandbox-plan`}>
                <Translate id="reference.sandboxPlan">O que o sandbox entendeu desta API, e por quê</Translate>
              </Link>
            </p>
          )}
        </Section>
      </div>
    </DocumentLang>
  );
}

function Tag({ api, tag }: { api: string; tag: TagData }) {
  return (
    <div className={styles.tag}>
      <h3>
        <DocumentText>{tag.label}</DocumentText>
      </h3>
      <Prose html={tag.description} className={styles.tagText} />
      <ul className={styles.operations}>
        {tag.operations.map(({ slug, method, path, summary, deprecated }) => (
          <li key={slug}>
            <Link to={`/reference/${api}/${slug}`}>
              <MethodBadge method={method} />
              <span className={clsx(styles.summary, deprecated && styles.struck)}>
                <DocumentText>{summary}</DocumentText>
              </span>
              <code translate="no">{path}</code>
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
