import Link from '@docusaurus/Link';
import Translate, { translate } from '@docusaurus/Translate';
import type { OperationData } from '../documents/operation-data.ts';
import { DocumentText } from '../ui/DocumentText.tsx';
import { DocumentLang } from '../ui/document-lang.ts';
import { GuideLink } from '../ui/GuideLink.tsx';
import { MethodBadge } from '../ui/MethodBadge.tsx';
import { Prose } from '../ui/Prose.tsx';
import { ReferenceCrumbs } from '../ui/ReferenceCrumbs.tsx';
import { Section } from '../ui/Section.tsx';
import { useFeatures } from '../ui/use-features.ts';
import { RequestBody } from './Body.tsx';
import { Contents } from './Contents.tsx';
import { DocsLink } from './DocsLink.tsx';
import { ExampleList } from './ExampleList.tsx';
import styles from './Hook.module.css';
import page from './Operation.module.css';
import { Parameters } from './Parameters.tsx';
import { PagePlan, usePagePlan } from './page-plan.ts';
import { Responses } from './Responses.tsx';
import samples from './Samples.module.css';
import { Security } from './Security.tsx';
import { useOpenAncestors } from './use-open-ancestors.ts';

/** The page of a webhook or callback: what the API sends, and which answers it expects. There is nothing to call. */
export function Hook({ data }: { data: OperationData | object }) {
  const hook = data as OperationData;
  useOpenAncestors();
  const isCallback = hook.hook?.kind === 'callback';
  const plan = usePagePlan(hook);
  return (
    <DocumentLang value={hook.api.lang}>
      <PagePlan value={plan}>
        <div className={page.page}>
          <header className={page.head}>
            <ReferenceCrumbs api={hook.api} />
            <h1 lang={hook.api.lang}>{hook.summary}</h1>
            <p className={styles.line}>
              <span className={styles.kind}>{isCallback ? 'Callback' : 'Webhook'}</span>
              <MethodBadge method={hook.method} />
              <code translate="no">{hook.path || hook.hook?.name}</code>
            </p>
            <p className={styles.lead}>{isCallback ? <CallbackLead hook={hook} /> : <WebhookLead />}</p>
            {hook.deprecated && (
              <p className={page.deprecated}>
                <Translate id="reference.deprecatedHook">Obsoleto: não conte com ele em código novo.</Translate>
              </p>
            )}
            <Prose html={hook.description} className={page.description} />
            <Prose html={hook.aboutPath} className={page.description} />
            <DocsLink docs={hook.docs} />
          </header>
          <aside className={page.side}>
            <Payload hook={hook} />
          </aside>
          <div className={page.facts}>
            <Contents operation={hook} />
            <Parameters operation={hook} />
            <RequestBody operation={hook} direction="response" />
            {!isCallback && <Signature />}
            <Responses operation={hook} direction="request" />
            {hook.security.length > 0 && <Security operation={hook} />}
          </div>
        </div>
      </PagePlan>
    </DocumentLang>
  );
}

function WebhookLead() {
  return (
    <Translate id="reference.webhook.lead">A API envia esta requisição ao endpoint que você cadastra nela.</Translate>
  );
}

function CallbackLead({ hook }: { hook: OperationData }) {
  const { caller } = hook.hook ?? {};
  return (
    <Translate
      id="reference.callback.lead"
      values={{
        operation: caller && (
          <Link to={`/reference/${hook.api.slug}/${caller.slug}`}>
            <DocumentText>{caller.summary}</DocumentText>
          </Link>
        ),
        address: <code translate="no">{hook.path}</code>,
      }}
    >
      {'A API envia esta requisição depois de {operation}, ao endereço que resulta de {address}.'}
    </Translate>
  );
}

/** An example of what is sent, to copy. */
function Payload({ hook }: { hook: OperationData }) {
  const contents = Object.entries(hook.requestBody?.content ?? {}).filter(([, { example }]) => example !== null);
  if (contents.length === 0) return null;
  return (
    <section
      className={samples.panel}
      aria-label={translate({ id: 'reference.payload', message: 'Exemplo do que é enviado' })}
    >
      {contents.map(([type, media]) => (
        <div key={type}>
          <p className={samples.title}>
            <code translate="no">{type}</code>
          </p>
          <ExampleList type={type} media={media} />
        </div>
      ))}
    </section>
  );
}

/** How this portal signs what it sends: by Standard Webhooks. */
function Signature() {
  const features = useFeatures();
  if (!features.webhooks) return null;
  return (
    <Section id="signature" title={<Translate id="reference.signature">Assinatura</Translate>}>
      <p className={styles.text}>
        <Translate
          id="reference.signature.text"
          values={{
            id: <code translate="no">webhook-id</code>,
            timestamp: <code translate="no">webhook-timestamp</code>,
            signature: <code translate="no">webhook-signature</code>,
          }}
        >
          {
            'Este portal assina o que envia, conforme o Standard Webhooks, nos cabeçalhos {id}, {timestamp} e {signature}: um HMAC-SHA256 do id, do horário e do corpo, com o segredo do seu endpoint.'
          }
        </Translate>{' '}
        <GuideLink to="webhook-signatures">
          <Translate id="reference.signature.guide">Como conferir a assinatura</Translate>
        </GuideLink>
      </p>
    </Section>
  );
}
