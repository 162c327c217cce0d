import { say } from '../../answers/say.ts';
import type { Texts } from '../../answers/texts.ts';
import type { AlertIncidentRow } from '../../db/schema.ts';
import type { Email } from '../../mail/email.ts';
import { describeFigures } from './describe-figures.ts';
import type { AlertFigures } from './figures.ts';
import { nameOfRule } from './rule-names.ts';

interface Letter {
  publicUrl: string;
  to: string;
  workspace: string;
  moment: 'opened' | 'resolved';
  incident: AlertIncidentRow;
}

/** The letter that an incident has opened, or is over. In both languages: nobody has said which one an administrator reads. */
export function alertEmail({ publicUrl, to, workspace, moment, incident }: Letter): Email {
  const isOpen = moment === 'opened';
  const { pt: namePt, en: nameEn } = nameOfRule(incident);
  const told = isOpen ? incident.opened_figures : incident.resolved_figures;
  const figures: Texts = told
    ? describeFigures(incident, JSON.parse(told) as AlertFigures)
    : say('alerts.switched-off');
  const at = isOpen ? incident.opened_at : String(incident.resolved_at);
  return {
    to,
    subject: isOpen ? `Alerta: ${namePt} · ${workspace}` : `Resolvido: ${namePt} · ${workspace}`,
    text: `${isOpen ? 'Um alerta começou' : 'O alerta terminou'} no espaço de trabalho "${workspace}": ${namePt}.

${figures.pt}
${isOpen ? 'Desde' : 'Fim'}: ${at}

${publicUrl}/alerts

Você recebe este e-mail porque administra o espaço. Para não receber os desta regra, desmarque "E-mail" nela, na página acima.

--

${isOpen ? 'An alert has opened' : 'The alert is over'} in the workspace "${workspace}": ${nameEn}.

${figures.en}
${isOpen ? 'Since' : 'End'}: ${at}

${publicUrl}/en/alerts

You get this e-mail because you administer the workspace. To stop those of this rule, uncheck "E-mail" there, on the page above.
`,
  };
}
