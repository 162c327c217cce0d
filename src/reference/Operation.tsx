import Translate from '@docusaurus/Translate';
import type { OperationData } from '../documents/operation-data.ts';
import { usePortal } from '../documents/use-portal.ts';
import { isCallable } from '../exchange/use-api-server.ts';
import { DocumentLang } from '../ui/document-lang.ts';
import { Prose } from '../ui/Prose.tsx';
import { ReferenceCrumbs } from '../ui/ReferenceCrumbs.tsx';
import { Section } from '../ui/Section.tsx';
import { RequestBody } from './Body.tsx';
import { RequestExamples, ResponseExamples } from './BodyExamples.tsx';
import { ConsoleSlot } from './ConsoleSlot.tsx';
import { Contents } from './Contents.tsx';
import { DocsLink } from './DocsLink.tsx';
import { EndpointLine } from './EndpointLine.tsx';
import { HookList } from './HookList.tsx';
import styles from './Operation.module.css';
import { Parameters } from './Parameters.tsx';
import { PagePlan, usePagePlan } from './page-plan.ts';
import { Responses } from './Responses.tsx';
import { Samples } from './Samples.tsx';
import { Security } from './Security.tsx';
import { OwnServers } from './ServerList.tsx';
import { sectionTitle } from './section-titles.ts';
import { useOpenAncestors } from './use-open-ancestors.ts';
import type { VersionParts } from './versions/version-parts.ts';
import { WorksLinks } from './WorksLinks.tsx';

interface Props {
  data: OperationData | object;
  /** What shows the versions of an operation that has several. */
  versionParts?: VersionParts | undefined;
}

/** The page of an endpoint: its documentation beside code samples and the console. */
export function Operation({ data, versionParts: parts }: Props) {
  const operation = data as OperationData;
  useOpenAncestors();
  // Nothing here may change once the browser takes over: all of the page would be rendered a second time.
  const hasConsole = usePortal().hasConsole && isCallable(operation.api);
  const plan = usePagePlan(operation);
  const { versions } = operation;
  return (
    <DocumentLang value={operation.api.lang}>
      <PagePlan value={plan}>
        <div className={styles.page}>
          <header className={styles.head}>
            <div className={styles.place}>
              <ReferenceCrumbs api={operation.api} section={operation.section} />
              {versions && parts && <parts.VersionSwitch versions={versions.all} />}
            </div>
            <h1 lang={operation.api.lang}>{operation.summary}</h1>
            <EndpointLine operation={operation} />
            {versions?.older && parts ? (
              <parts.OperationEnd api={operation.api.slug} versions={versions} />
            ) : (
              operation.deprecated && (
                <p className={styles.deprecated}>
                  <Translate id="reference.deprecatedOperation">
                    Obsoleta: ainda funciona, mas não a use em código novo.
                  </Translate>
                </p>
              )
            )}
            <Prose html={operation.description} className={styles.description} />
            <Prose html={operation.aboutPath} className={styles.description} />
            <DocsLink docs={operation.docs} />
            <WorksLinks operation={operation} />
          </header>
          <aside className={styles.side}>
            {hasConsole && <ConsoleSlot key={operation.id} operation={operation} />}
            <Samples operation={operation} />
            <RequestExamples operation={operation} />
            <ResponseExamples operation={operation} />
          </aside>
          <div className={styles.facts}>
            <Contents operation={operation} />
            <Parameters operation={operation} />
            <RequestBody operation={operation} />
            <Responses operation={operation} />
            {versions?.changes && parts && <parts.Changes changes={versions.changes} />}
            {operation.callbacks && (
              <Section id="callbacks" title="Callbacks">
                <HookList api={operation.api.slug} hooks={operation.callbacks} />
              </Section>
            )}
            {operation.servers && (
              <Section id="servers" title={sectionTitle('servers')}>
                <OwnServers servers={operation.servers} />
              </Section>
            )}
            <Security operation={operation} />
          </div>
        </div>
      </PagePlan>
    </DocumentLang>
  );
}
