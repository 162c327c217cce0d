import Translate, { translate } from '@docusaurus/Translate';
import useIsBrowser from '@docusaurus/useIsBrowser';
import downloads from '@generated/pages-data/default/downloads.json';
import { ApiDownloads } from '../downloads/ApiDownloads.tsx';
import { Page } from '../ui/Page.tsx';
import { useFeatures } from '../ui/use-features.ts';

/** Downloads: documents, TypeScript clients, Postman collections, and a collection with this browser's key. */
export default function DownloadsPage() {
  const isBrowser = useIsBrowser();
  const features = useFeatures();
  return (
    <Page
      title={translate({ id: 'downloads.title', message: 'Downloads' })}
      description={translate({
        id: 'downloads.description',
        message: 'Documentos OpenAPI, clientes em TypeScript e coleções do Postman de cada API, prontas para rodar.',
      })}
      keywords={translate({
        id: 'downloads.keywords',
        message: 'Postman, coleção, OpenAPI, Swagger, YAML, ambientes, SDK, cliente, npm, TypeScript',
      })}
      lead={
        features.sandbox ? (
          <Translate id="downloads.lead">
            O documento de cada API, um cliente em TypeScript e uma coleção do Postman, pronta para rodar com a sua
            chave.
          </Translate>
        ) : (
          <Translate id="downloads.lead.plain">
            O documento de cada API, um cliente em TypeScript e uma coleção do Postman.
          </Translate>
        )
      }
    >
      {downloads.map((api) => (
        <ApiDownloads key={api.slug} api={api} interactive={isBrowser} />
      ))}
    </Page>
  );
}
