import Translate, { translate } from '@docusaurus/Translate';
import { actorText } from '../../client/actor-text.ts';
import { Moment } from '../../format/Moment.tsx';
import type { AuditEvent } from '../../generated/platform/types.gen.ts';
import { RequestLink } from '../../ui/RequestLink.tsx';
import { Table } from '../../ui/Table.tsx';
import styles from './AuditTable.module.css';
import { actionText, targetText } from './audit-text.ts';

/** The audit trail as a table: when, who, what, and from where. */
export function AuditTable({ events, names }: { events: AuditEvent[]; names: Map<string, string> }) {
  const columns = [
    translate({ id: 'keys.audit.when', message: 'Quando' }),
    translate({ id: 'keys.audit.who', message: 'Quem' }),
    translate({ id: 'keys.audit.what', message: 'Ação' }),
    translate({ id: 'keys.audit.where', message: 'Origem' }),
  ];
  return (
    <Table
      className={styles.trail}
      caption={<Translate id="keys.audit.caption">Do mais recente ao mais antigo</Translate>}
      columns={columns}
      rows={events}
      empty={
        <Translate id="keys.audit.empty">
          Nenhum registro ainda. As ações sobre chaves, clientes e membros aparecem aqui e nunca são apagadas.
        </Translate>
      }
    >
      {(event) => {
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
              {event.request_id && (
                <small>
                  <RequestLink id={event.request_id} />
                </small>
              )}
            </td>
          </tr>
        );
      }}
    </Table>
  );
}
