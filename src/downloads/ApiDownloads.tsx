import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { lazy, type ReactNode, Suspense } from 'react';
import { CodeView } from '../ui/CodeView.tsx';
import { DocumentLang } from '../ui/document-lang.ts';
import { GuideLink } from '../ui/GuideLink.tsx';
import { Prose } from '../ui/Prose.tsx';
import { useFeatures } from '../ui/use-features.ts';
import { useServerBase, useServerUrl } from '../ui/use-server-url.ts';
import styles from './Downloads.module.css';
import type { DownloadLine } from './download-line.ts';

const KeyedCollection = lazy(async () => ({ default: (await import('./KeyedCollection.tsx')).KeyedCollection }));

interface FileLinkProps {
  address: string;
  format: string;
  children: ReactNode;
}

function FileLink({ address, format, children }: FileLinkProps) {
  return (
    <li>
      {/* A plain link: the server generates these files, they are not part of the site. */}
      <a href={address} download>
        {children}
      </a>
      <span className={styles.format}>{format}</span>
    </li>
  );
}

/** All downloads of one API. */
export function ApiDownloads({ api, interactive }: { api: DownloadLine; interactive: boolean }) {
  const { slug, title, version, lang, language, translations, environments } = api;
  const folder = `${useServerBase()}/downloads/${slug}`;
  const { currentLocale } = useDocusaurusContext().i18n;
  const features = useFeatures();
  const serverUrl = useServerUrl();
  const inPage = translations.includes(currentLocale) ? `.${currentLocale}` : '';
  // The origin is known in the browser alone, and React expects it to begin with what was built.
  const install = `npm install ${interactive ? serverUrl : ''}/downloads/${slug}/client${inPage}.tgz`;
  const names = new Intl.DisplayNames(currentLocale, { type: 'language' });
  // The language of the page first.
  const texts = [{ language, infix: '' }, ...translations.map((each) => ({ language: each, infix: `.${each}` }))]
    .toSorted((one, other) => Number(other.infix === inPage) - Number(one.infix === inPage))
    .map((text) => ({ ...text, name: names.of(text.language.split('-')[0] ?? '') ?? text.language }));
  return (
    <section className={styles.api} aria-labelledby={`downloads-${slug}`}>
      <div className={styles.apiHead}>
        <h2 id={`downloads-${slug}`} lang={lang}>
          {title}
        </h2>
        <span className={styles.version}>{version}</span>
        <Link to={`/reference/${slug}`}>
          <Translate id="downloads.reference">Referência</Translate>
        </Link>
      </div>
      <div className={styles.columns}>
        <ul className={styles.files}>
          {texts.map(({ infix, name }) => (
            <FileLink key={infix} address={`${folder}/openapi${infix}.yaml`} format="OpenAPI · YAML">
              {texts.length === 1 ? (
                <Translate id="downloads.openapi">Documento OpenAPI</Translate>
              ) : (
                <Translate id="downloads.openapi.in" values={{ language: name }}>
                  {'Documento OpenAPI em {language}'}
                </Translate>
              )}
            </FileLink>
          ))}
          {texts.map(({ infix, name }) => (
            <FileLink key={infix} address={`${folder}/client${infix}.tgz`} format="npm · TGZ">
              {texts.length === 1 ? (
                <Translate id="downloads.client">Cliente em TypeScript</Translate>
              ) : (
                <Translate id="downloads.client.in" values={{ language: name }}>
                  {'Cliente em TypeScript, comentado em {language}'}
                </Translate>
              )}
            </FileLink>
          ))}
          <FileLink address={`${folder}/postman_collection.json`} format="Postman · JSON">
            <Translate id="downloads.collection">Coleção do Postman, sem chave</Translate>
          </FileLink>
          {features.sandbox && (
            <FileLink address={`${folder}/postman_environment.json`} format="Postman · JSON">
              <Translate id="downloads.environment">Ambiente do Postman: sandbox</Translate>
            </FileLink>
          )}
          {environments.map(({ name, description }) => (
            <FileLink key={name} address={`${folder}/postman_environment.${name}.json`} format="Postman · JSON">
              <Translate
                id="downloads.environment.other"
                values={{
                  name: description ? (
                    <DocumentLang value={lang}>
                      <Prose html={description} inline />
                    </DocumentLang>
                  ) : (
                    name
                  ),
                }}
              >
                {'Ambiente do Postman: {name}'}
              </Translate>
            </FileLink>
          ))}
        </ul>
        <div className={styles.run}>
          <Suspense fallback={<div className={styles.keyed} />}>
            {interactive && (features.sandbox || (api.servers ?? []).length > 1) && <KeyedCollection api={api} />}
          </Suspense>
          <p>
            <Translate id="downloads.run">
              Chama as operações em uma ordem que funciona. Importe no Postman ou rode no terminal:
            </Translate>
          </p>
          <CodeView language="shell" code={`npx newman run ${slug}.postman_collection.json`} />
          <p>
            <Translate
              id="downloads.install"
              values={{
                client: (
                  <GuideLink to="sdk" inSentence>
                    <Translate id="downloads.install.client">cliente em TypeScript</Translate>
                  </GuideLink>
                ),
              }}
            >
              {'Prefere funções tipadas? Instale o {client}:'}
            </Translate>
          </p>
          <CodeView language="shell" code={install} />
        </div>
      </div>
    </section>
  );
}
