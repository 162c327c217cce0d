import Translate, { translate } from '@docusaurus/Translate';
import useBrokenLinks from '@docusaurus/useBrokenLinks';
import { Fragment } from 'react';
import type { ApiIndexData, TagData } from '../documents/api-index-data.ts';
import { DocumentText } from '../ui/DocumentText.tsx';
import { Prose } from '../ui/Prose.tsx';
import styles from './ApiIndex.module.css';
import { DocsLink } from './DocsLink.tsx';
import { PageLines } from './PageLines.tsx';
import { OlderVersion } from './versions/OlderVersion.tsx';

/** Shorter lists have no list of their sections. */
const many = 4;

/** The operations of an API by their sections; those of older versions are folded. */
export function OperationList({ index: { api, tags, ends = {} } }: { index: ApiIndexData }) {
  const newest = tags.filter(({ older }) => older === undefined);
  const versions = [...new Set(tags.flatMap(({ older }) => older ?? []))];
  return (
    <>
      {newest.length >= many && <Contents tags={newest} />}
      <Tags api={api.slug} tags={newest} />
      {versions.map((version) => {
        const own = tags.filter(({ older }) => older === version);
        return (
          <details key={version} id={`version-${version}`} className={styles.older}>
            <summary>
              <h3 translate="no">{version}</h3>
              <Translate
                id="reference.operationCount"
                values={{ count: String(own.reduce((sum, { operations }) => sum + operations.length, 0)) }}
              >
                {'{count} operações'}
              </Translate>
            </summary>
            <OlderVersion api={api.slug} name={version} end={ends[version] ?? {}} />
            <Tags api={api.slug} tags={own} />
          </details>
        );
      })}
    </>
  );
}

function Contents({ tags }: { tags: TagData[] }) {
  return (
    <nav className={styles.contents} aria-label={translate({ id: 'reference.contents', message: 'Nesta página' })}>
      <ul>
        {tags.map(({ id, label }) => (
          <li key={id}>
            <a href={`#${id}`}>
              <DocumentText>{label}</DocumentText>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function Tags({ api, tags }: { api: string; tags: TagData[] }) {
  return tags.map((tag, place) => (
    <Fragment key={tag.id}>
      {tag.group && tag.group !== tags[place - 1]?.group && (
        <h3 className={styles.group}>
          <DocumentText>{tag.group}</DocumentText>
        </h3>
      )}
      <Tag api={api} tag={tag} />
    </Fragment>
  ));
}

function Tag({ api, tag }: { api: string; tag: TagData }) {
  const Heading = tag.group || tag.older ? 'h4' : 'h3';
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
          deprecated: deprecated && tag.older === undefined,
        }))}
      />
    </div>
  );
}
