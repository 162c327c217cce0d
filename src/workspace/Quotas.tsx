import Translate, { translate } from '@docusaurus/Translate';
import useDocusaurusContext from '@docusaurus/useDocusaurusContext';
import clsx from 'clsx';
import { formatSize } from '../format/format-figures.ts';
import type { Quotas as QuotasOfWorkspace } from '../generated/platform/types.gen.ts';
import { Part } from '../ui/Part.tsx';
import { Table } from '../ui/Table.tsx';
import { useFeatures } from '../ui/use-features.ts';
import styles from './Quotas.module.css';

type QuotaName = keyof QuotasOfWorkspace;

/** From this share on, a quota is marked as nearly used up. */
const nearly = 0.8;

/** How much the workspace may have of everything, and how much it has. */
export function Quotas({ quotas }: { quotas: QuotasOfWorkspace }) {
  const { currentLocale } = useDocusaurusContext().i18n;
  const features = useFeatures();
  const names = (Object.keys(quotas) as QuotaName[]).filter(
    (name) => quotas[name].limit !== 0 || quotas[name].used > 0,
  );
  const show = (name: QuotaName, amount: number) =>
    name === 'storage_bytes' ? formatSize(amount, currentLocale) : amount.toLocaleString(currentLocale);
  return (
    <Part title={<Translate id="workspace.quotas">Cotas</Translate>}>
      <p className={styles.text}>
        {features.webhooks ? (
          <Translate id="workspace.quotas.text">
            Uma requisição que passa de uma cota é recusada; webhooks acima do ritmo esperam a vez. Nada é apagado.
          </Translate>
        ) : (
          <Translate id="workspace.quotas.text.plain">
            Uma requisição que passa de uma cota é recusada. Nada é apagado.
          </Translate>
        )}
      </p>
      <Table
        className={styles.quotas}
        columns={[
          translate({ id: 'workspace.quotas.name', message: 'Cota' }),
          translate({ id: 'workspace.quotas.used', message: 'Em uso' }),
          translate({ id: 'workspace.quotas.limit', message: 'Limite' }),
        ]}
        rows={names}
      >
        {(name) => {
          const { used, limit } = quotas[name];
          const share = limit === null ? 0 : used / Math.max(limit, 1);
          return (
            <tr key={name}>
              <th scope="row">{nameOf(name)}</th>
              <td className={clsx(share >= nearly && styles.nearly)}>
                {show(name, used)}
                {share >= nearly && (
                  <small>
                    {share >= 1 ? (
                      <Translate id="workspace.quotas.full">esgotada</Translate>
                    ) : (
                      <Translate id="workspace.quotas.nearly">quase esgotada</Translate>
                    )}
                  </small>
                )}
              </td>
              <td>
                {limit === null ? <Translate id="workspace.quotas.none">sem limite</Translate> : show(name, limit)}
              </td>
            </tr>
          );
        }}
      </Table>
    </Part>
  );
}

function nameOf(name: QuotaName): string {
  return {
    records: translate({ id: 'workspace.quota.records', message: 'Registros' }),
    storage_bytes: translate({ id: 'workspace.quota.bytes', message: 'Espaço dos registros' }),
    webhook_endpoints: translate({ id: 'workspace.quota.endpoints', message: 'Endpoints de webhook' }),
    inboxes: translate({ id: 'workspace.quota.inboxes', message: 'Caixas de entrada' }),
    api_keys: translate({ id: 'workspace.quota.keys', message: 'Chaves de API' }),
    oauth_clients: translate({ id: 'workspace.quota.clients', message: 'Clientes OAuth' }),
    alert_rules: translate({ id: 'workspace.quota.alertRules', message: 'Regras de alerta próprias' }),
    members: translate({ id: 'workspace.quota.members', message: 'Membros e convites em aberto' }),
    event_streams: translate({ id: 'workspace.quota.streams', message: 'Fluxos de eventos abertos' }),
    deliveries_per_minute: translate({ id: 'workspace.quota.deliveries', message: 'Webhooks por minuto' }),
  }[name];
}
