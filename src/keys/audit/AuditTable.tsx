import Translate from '@docusaurus/Translate';
import type { AuditEvent } from '../../generated/platform/types.gen.ts';
import { Moment } from '../Moment.tsx';
import styles from './AuditTable.module.css';
import { actionText, actorText, targetText } from './audit-text.ts';

/** The trail as a table: when, who, what, and from where. */
export function AuditTable({ events, names }: { events: AuditEvent[]; names: Map<string, string> }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable with the keyboard
    <section className={styles.scroll} tabIndex={0} aria-labelledby="audit-caption">
      <table className={styles.table}>
        <caption id="audit-caption">
          <Translate id="keys.audit.caption">Do mais novo ao mais antigo</Translate>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Translate id="keys.audit.when">Quando</Translate>
            </th>
            <th scope="col">
              <Translate id="keys.audit.who">Quem</Translate>
            </th>
            <th scope="col">
              <Translate id="keys.audit.what">O quê</Translate>
            </th>
            <th scope="col">
              <Translate id="keys.audit.where">De onde</Translate>
            </th>
          </tr>
        </thead>
        <tbody>
          {events.map((event) => {
            const target = targetText(event, names);
            return (
              <tr key={event.id}>
                <td className={styles.when}>
                  <Moment time={event.created_at} />
                </td>
                <td>{actorText(event.actor, names)}</td>
                <td>
                  {actionText(event.action)} {target && <b>{target}</b>}
                </td>
                <td translate="no">
                  {event.address}
                  {event.request_id && <small>{event.request_id}</small>}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
