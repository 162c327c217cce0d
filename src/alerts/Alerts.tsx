import Translate from '@docusaurus/Translate';
import { Awaiting } from '../client/Awaiting.tsx';
import { PlatformProblem } from '../client/PlatformProblem.tsx';
import { PlatformProvider } from '../client/PlatformProvider.tsx';
import { useMayWrite } from '../client/use-may-write.ts';
import { Notice } from '../ui/Notice.tsx';
import { PageLink } from '../ui/PageLink.tsx';
import { Part } from '../ui/Part.tsx';
import { useFeatures } from '../ui/use-features.ts';
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
  const features = useFeatures();
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
        <p>{features.webhooks && features.accounts ? <WhereTold /> : <ToldHere />}</p>
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

function WhereTold() {
  return (
    <Translate
      id="alerts.rules.text"
      values={{
        webhooks: (
          <PageLink to="/webhooks?tab=endpoints" inSentence>
            <Translate id="alerts.rules.webhooks">webhook</Translate>
          </PageLink>
        ),
      }}
    >
      {
        'Cada regra avisa uma vez quando o problema começa e uma quando termina: aqui, por {webhooks} (platform:alert_opened e platform:alert_resolved) e por e-mail aos administradores. As que contam chamadas só avisam a partir de 20.'
      }
    </Translate>
  );
}

function ToldHere() {
  return (
    <Translate id="alerts.rules.text.here">
      Cada regra avisa aqui: uma vez quando o problema começa e uma quando termina. As que contam chamadas só avisam a
      partir de 20.
    </Translate>
  );
}
