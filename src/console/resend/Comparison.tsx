import Translate, { translate } from '@docusaurus/Translate';
import { useMemo } from 'react';
import type { ReceivedResponse } from '../../exchange/received-response.ts';
import type { RequestDetails } from '../../generated/platform/types.gen.ts';
import { LinkedText } from '../../ui/LinkedText.tsx';
import { RequestLink } from '../../ui/RequestLink.tsx';
import { StatusBadge } from '../../ui/StatusBadge.tsx';
import styles from './Comparison.module.css';
import { compareAnswers } from './compare-answers.ts';
import type { JsonChange } from './diff-json.ts';

/** More changes would not be read. */
const mostChanges = 200;
const longest = 120;

/** What the new answer says otherwise than the logged one. */
export function Comparison({ former, response }: { former: RequestDetails; response: ReceivedResponse }) {
  const { status, headers, body } = useMemo(() => compareAnswers(former, response), [former, response]);
  const isSame = status.before === status.after && headers.length === 0 && body === 'same';
  return (
    <section className={styles.comparison} aria-labelledby="answers-compared">
      <h3 id="answers-compared">
        <Translate id="console.compare" values={{ request: <RequestLink key="request" id={former.id} /> }}>
          {'Comparada com {request}'}
        </Translate>
      </h3>
      {isSame && (
        <p>
          <Translate id="console.compare.same">A resposta é a mesma.</Translate>
        </p>
      )}
      {!isSame && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
        <ul tabIndex={0} aria-labelledby="answers-compared">
          <li className={styles.status}>
            {status.before === null ? '—' : <StatusBadge status={status.before} text />}
            <span aria-hidden="true">→</span>
            <span className={styles.spoken}>{translate({ id: 'console.compare.now', message: 'agora' })}</span>
            <StatusBadge status={status.after} text />
          </li>
          {headers.map(({ name, before, after }) => (
            <Change key={name} place={name} before={before} after={after} />
          ))}
          {Array.isArray(body) &&
            body
              .slice(0, mostChanges)
              .map((change) => <Change key={change.pointer} place={change.pointer || '/'} {...textsOf(change)} />)}
        </ul>
      )}
      {Array.isArray(body) && body.length > mostChanges && (
        <p>
          <Translate id="console.compare.more" values={{ count: body.length - mostChanges }}>
            {'Mais {count} diferenças não são mostradas.'}
          </Translate>
        </p>
      )}
      {!isSame && body === 'same' && (
        <p>
          <Translate id="console.compare.sameBody">O corpo é o mesmo.</Translate>
        </p>
      )}
      {body === 'other' && (
        <p>
          <Translate id="console.compare.other">O corpo é outro.</Translate>
        </p>
      )}
      {body === undefined && (
        <p>
          <Translate id="console.compare.unknown">O registro não tem o corpo anterior para comparar.</Translate>
        </p>
      )}
    </section>
  );
}

/** The body is below: here a long value only has to be recognised. */
function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}

function textsOf({ before, after }: JsonChange) {
  const text = (value: unknown) => (value === undefined ? undefined : shorten(JSON.stringify(value)));
  return { before: text(before), after: text(after) };
}

function Change({ place, before, after }: { place: string; before: string | undefined; after: string | undefined }) {
  return (
    <li translate="no">
      <code className={styles.place}>{place}</code>
      {before !== undefined && (
        <del>
          <LinkedText>{before}</LinkedText>
        </del>
      )}
      {after !== undefined && (
        <ins>
          <LinkedText>{after}</LinkedText>
        </ins>
      )}
    </li>
  );
}
