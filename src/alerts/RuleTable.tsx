import Translate, { translate } from '@docusaurus/Translate';
import type { AlertRule } from '../generated/platform/types.gen.ts';
import { Button } from '../ui/Button.tsx';
import { Check } from '../ui/Check.tsx';
import { Table } from '../ui/Table.tsx';
import styles from './Alerts.module.css';
import { kindTexts } from './kind-texts.ts';
import { ThresholdForm } from './ThresholdForm.tsx';
import type { RuleAction } from './use-alerts.ts';

interface Props {
  rules: AlertRule[];
  mayWrite: boolean;
  busy: boolean;
  onAct: (action: RuleAction) => void;
}

/** The rules, each with its threshold, whether it sends mail, and its switch. */
export function RuleTable({ rules, mayWrite, busy, onAct }: Props) {
  const texts = kindTexts();
  return (
    <Table
      caption={translate({ id: 'alerts.rules.caption', message: 'Regras do espaço de trabalho' })}
      className={styles.rules}
      columns={[
        translate({ id: 'alerts.column.rule', message: 'Regra' }),
        translate({ id: 'alerts.column.threshold', message: 'Limite' }),
        translate({ id: 'alerts.column.mail', message: 'E-mail' }),
        translate({ id: 'alerts.column.on', message: 'Ligada' }),
        mayWrite && translate({ id: 'alerts.column.more', message: 'Mais' }),
      ]}
      rows={rules}
    >
      {(rule) => {
        const name = rule.name ?? texts[rule.kind].name;
        const change = (body: Extract<RuleAction, { kind: 'change' }>['body']) =>
          onAct({ kind: 'change', id: rule.id, body });
        return (
          <tr key={rule.id}>
            <th scope="row">
              {name}
              {rule.api && <code translate="no">{rule.api}</code>}
              <small>{texts[rule.kind].what}</small>
            </th>
            <td>
              <ThresholdForm
                // A restored rule shows its threshold again.
                key={rule.threshold}
                rule={rule}
                name={name}
                disabled={!mayWrite || busy}
                onSave={(threshold) => change({ threshold })}
              />
            </td>
            <td>
              <Check
                label={translate({ id: 'alerts.mail.label', message: 'E-mail da regra {name}' }, { name })}
                checked={rule.mail}
                disabled={!mayWrite || busy}
                onChange={(mail) => change({ mail })}
              />
            </td>
            <td>
              <Check
                label={translate({ id: 'alerts.on.label', message: 'Regra {name} ligada' }, { name })}
                checked={rule.enabled}
                disabled={!mayWrite || busy}
                onChange={(enabled) => change({ enabled })}
              />
            </td>
            {mayWrite && (
              <td>
                <Button
                  size="small"
                  variant="plain"
                  disabled={busy}
                  aria-label={
                    rule.is_preset
                      ? translate({ id: 'alerts.restore.label', message: 'Restaurar a regra {name}' }, { name })
                      : translate({ id: 'alerts.delete.label', message: 'Excluir a regra {name}' }, { name })
                  }
                  onClick={() => onAct({ kind: 'delete', id: rule.id })}
                >
                  {rule.is_preset ? (
                    <Translate id="alerts.restore">Restaurar</Translate>
                  ) : (
                    <Translate id="alerts.delete">Excluir</Translate>
                  )}
                </Button>
              </td>
            )}
          </tr>
        );
      }}
    </Table>
  );
}
