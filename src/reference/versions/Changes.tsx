import Translate, { translate } from '@docusaurus/Translate';
import type { Change, ChangeFacts, VersionChanges } from '../../documents/operation-versions.ts';
import { Section } from '../../ui/Section.tsx';
import { asCode } from '../Value.tsx';
import styles from './Changes.module.css';

/** How an operation differs between two versions of its API: parameters, fields and statuses that came, went, or became others. */
export function Changes({ changes: { from, to, changes, others } }: { changes: VersionChanges }) {
  return (
    <Section
      id="changes"
      title={
        <Translate id="reference.changes.between" values={{ from, to }}>
          {'O que mudou da {from} para a {to}'}
        </Translate>
      }
    >
      {changes.length === 0 && (
        <p className={styles.none}>
          <Translate id="reference.changes.none">
            Os parâmetros, os campos e os status são os mesmos: só o endereço é outro.
          </Translate>
        </p>
      )}
      <ul className={styles.changes}>
        {changes.map((change) => (
          <li key={`${change.place} ${change.name} ${change.kind}`} className={styles[change.kind]}>
            <Line change={change} />
          </li>
        ))}
      </ul>
      {others !== undefined && (
        <p className={styles.none}>
          <Translate id="reference.changes.others" values={{ count: String(others) }}>
            {'Outras diferenças: {count}.'}
          </Translate>
        </p>
      )}
    </Section>
  );
}

function Line({ change: { kind, place, name, before, after } }: { change: Change }) {
  return (
    <>
      <b>{kindText(kind)}</b>
      <span>{placeText(place)}</span>
      <code translate="no">{name}</code>
      <span className={styles.facts}>
        {kind === 'changed' ? (
          <>
            <Facts facts={before} /> <span aria-hidden="true">→</span>
            <span className={styles.spoken}>
              <Translate id="reference.changes.becomes">agora</Translate>
            </span>{' '}
            <Facts facts={after} />
          </>
        ) : (
          <Facts facts={before ?? after} isBrief />
        )}
      </span>
    </>
  );
}

function Facts({
  facts: { type, required, values } = {},
  isBrief = false,
}: {
  facts?: ChangeFacts;
  isBrief?: boolean;
}) {
  return (
    <>
      {type !== undefined && <code translate="no">{type}</code>}{' '}
      {required === true && <Translate id="reference.required">obrigatório</Translate>}
      {required === false && !isBrief && <Translate id="reference.optionalBody">opcional</Translate>}
      {values?.slice(0, 12).map((value) => (
        <code key={asCode(value)} translate="no">
          {asCode(value)}{' '}
        </code>
      ))}
      {values && values.length > 12 && '…'}
    </>
  );
}

function kindText(kind: Change['kind']): string {
  switch (kind) {
    case 'added':
      return translate({ id: 'reference.changes.added', message: 'entrou' });
    case 'removed':
      return translate({ id: 'reference.changes.removed', message: 'saiu' });
    case 'changed':
      return translate({ id: 'reference.changes.changed', message: 'mudou' });
  }
}

function placeText(place: Change['place']): string {
  switch (place) {
    case 'query':
      return translate({ id: 'reference.changes.query', message: 'consulta' });
    case 'header':
      return translate({ id: 'reference.changes.header', message: 'cabeçalho' });
    case 'cookie':
      return 'cookie';
    case 'body':
      return translate({ id: 'reference.changes.body', message: 'corpo' });
    case 'response':
      return translate({ id: 'reference.changes.response', message: 'resposta' });
    case 'status':
      return 'status';
  }
}
