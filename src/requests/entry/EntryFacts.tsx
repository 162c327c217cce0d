import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import useBaseUrl from '@docusaurus/useBaseUrl';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import { actorText } from '../../client/actor-text.ts';
import { useCredentialNames } from '../../client/use-credential-names.ts';
import { operationAddress } from '../../documents/operation-address.ts';
import type { OperationData } from '../../documents/operation-data.ts';
import { useApiTitle } from '../../documents/use-api-title.ts';
import { formatSize } from '../../format/format-figures.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { CopyButton } from '../../ui/CopyButton.tsx';
import { Fact, FactList } from '../../ui/Fact.tsx';
import { useFeatures } from '../../ui/use-features.ts';

interface Props {
  entry: RequestDetails;
  operation: OperationData | null | undefined;
}

/** Who called which operation, from where and with what; each leads to other calls like it. */
export function EntryFacts({ entry, operation }: Props) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const titleOf = useApiTitle();
  const names = useCredentialNames();
  const features = useFeatures();
  const link = `${window.location.origin}${useBaseUrl('/requests')}?id=${entry.id}`;
  const { id, api, actor, address, user_agent, idempotency, request_bytes, response_bytes } = entry;
  return (
    <section aria-labelledby="entry-facts">
      <h2 id="entry-facts">
        <Translate id="requests.facts">Detalhes da requisição</Translate>
      </h2>
      <FactList>
        <Fact term={<Translate id="requests.fact.operation">Operação</Translate>}>
          {entry.operation !== null && (
            <>
              {operation ? (
                <Link to={operationAddress(operation)}>{operation.summary}</Link>
              ) : (
                <code translate="no">{entry.operation}</code>
              )}{' '}
              · {titleOf(api)} ·{' '}
              <Link to={`/requests?api=${api}&operation=${entry.operation}`}>
                <Translate id="requests.fact.operationCalls">outras chamadas a ela</Translate>
              </Link>
            </>
          )}
        </Fact>
        <Fact term={<Translate id="requests.fact.caller">Quem chamou</Translate>}>
          {actor ? (
            <>
              {actorText(actor, names)}
              {actor.id !== null && (
                <>
                  {' · '}
                  <Link to={`/requests?credential_id=${actor.id}`}>
                    <Translate id="requests.fact.callerCalls">outras chamadas</Translate>
                  </Link>
                  {actor.type !== 'person' && features.keys && (
                    <>
                      {' · '}
                      <Link to={actor.type === 'api_key' ? '/keys' : '/keys?tab=clients'}>
                        <Translate id="requests.fact.keys">Chaves</Translate>
                      </Link>
                    </>
                  )}
                </>
              )}
            </>
          ) : (
            <Translate id="requests.fact.refused">Uma chave que já não era válida</Translate>
          )}
        </Fact>
        <Fact term={<Translate id="requests.fact.from">Origem</Translate>}>
          <code translate="no">{address}</code>
        </Fact>
        <Fact term={<Translate id="requests.fact.program">Programa</Translate>}>
          {user_agent && <code translate="no">{user_agent}</code>}
        </Fact>
        <Fact term={<Translate id="requests.fact.idempotency">Idempotência</Translate>}>
          {idempotency && <Idempotency fate={idempotency} />}
        </Fact>
        <Fact term={<Translate id="requests.fact.sizes">Corpos</Translate>}>
          {[request_bytes, response_bytes ?? 0].map((bytes) => formatSize(bytes, currentLocale)).join(' → ')}
        </Fact>
        <Fact term={<Translate id="requests.fact.id">Id</Translate>}>
          <code translate="no">{id}</code> <CopyButton text={id} />
        </Fact>
        <Fact term={<Translate id="requests.fact.link">Link para os membros do espaço</Translate>}>
          <code translate="no">{link}</code> <CopyButton text={link} />
        </Fact>
      </FactList>
    </section>
  );
}

function Idempotency({ fate }: { fate: 'first' | 'replay' }) {
  return fate === 'first' ? (
    <Translate id="requests.fact.first">A primeira com esta Idempotency-Key: foi executada.</Translate>
  ) : (
    <Translate id="requests.fact.replay">
      Repetida: recebeu a resposta guardada da primeira, e nada foi executado de novo.
    </Translate>
  );
}
