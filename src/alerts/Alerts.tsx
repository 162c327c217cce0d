import Link from '@docusaurus/Link';
import Translate from '@docusaurus/Translate';
import { Awaiting } from '../client/Awaiting.tsx';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { useMayWrite } from '../client/use-may-write.ts';
import { Notice } from '../ui/Notice.tsx';
import { Part } from '../ui/Part.tsx';
import { IncidentList } from './IncidentList.tsx';
import { NewRule } from './NewRule.tsx';
import { RuleTable } from './RuleTable.tsx';
import { useAlerts } from './use-alerts.ts';

/** Incidents that are open, those that are over, and the rules of the workspace. */
export function Alerts() {
  return (
    <PlatformProvider>
      <AlertParts />
    </PlatformProvider>
  );
}

function AlertParts() {
  const { read, act } = useAlerts();
  const mayWrite = useMayWrite();
  if (!read.data) {
    return (
      <Awaiting read={read}>
        <Translate id="alerts.loading">Carregando os alertas…</Translate>
      </Awaiting>
    );
  }
  const { rules, incidents } = read.data;
  const open = incidents.filter(({ status }) => status === 'open');
  const over = incidents.filter(({ status }) => status === 'resolved');
  return (
    <>
      <Part title={<Translate id="alerts.open">Agora</Translate>}>
        {open.length > 0 ? (
          <IncidentList incidents={open} />
        ) : (
          <Notice kind="good">
            <p>
              <Translate id="alerts.none">Nenhum alerta aberto.</Translate>
            </p>
          </Notice>
        )}
      </Part>
      <Part title={<Translate id="alerts.rules">Regras</Translate>}>
        <p>
          <Translate
            id="alerts.rules.text"
            values={{
              webhooks: (
                <Link to="/webhooks?tab=endpoints">
                  <Translate id="alerts.rules.webhooks">webhook</Translate>
                </Link>
              ),
            }}
          >
            {
              'Cada regra avisa uma vez quando o problema começa e uma quando termina: aqui, por {webhooks} (platform:alert_opened e platform:alert_resolved) e por e-mail aos administradores. As que contam chamadas exigem ao menos 20.'
            }
          </Translate>
        </p>
        <RuleTable rules={rules} mayWrite={mayWrite} busy={act.isPending} onAct={act.mutate} />
        {mayWrite && <NewRule act={act} />}
        {act.error && act.variables?.kind !== 'create' && <PlatformProblem error={act.error} />}
      </Part>
      <Part title={<Translate id="alerts.over">Anteriores</Translate>}>
        {over.length > 0 ? (
          <IncidentList incidents={over} />
        ) : (
          <p>
            <Translate id="alerts.over.none">Ainda não houve nenhum.</Translate>
          </p>
        )}
      </Part>
    </>
  );
}
