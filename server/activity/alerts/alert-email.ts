import { say } from '../../answers/say.ts';
import type { AlertIncidentRow } from '../../db/schema.ts';
import type { Email } from '../../mail/email.ts';
import { type Language, pagesIn } from '../../settings/languages.ts';
import { describeFigures } from './describe-figures.ts';
import type { AlertFigures } from './figures.ts';
import { nameOfRule } from './rule-names.ts';

interface Letter {
  publicUrl: string;
  /** Those of the portal: nobody has said which one an administrator reads. */
  languages: readonly Language[];
  to: string;
  workspace: string;
  moment: 'opened' | 'resolved';
  incident: AlertIncidentRow;
}

/** The letter that an incident has opened, or is over, in each language of the portal. */
export function alertEmail({ publicUrl, languages, to, workspace, moment, incident }: Letter): Email {
  const isOpen = moment === 'opened';
  const told = isOpen ? incident.opened_figures : incident.resolved_figures;
  const values = {
    workspace,
    rule: nameOfRule(incident),
    figures: told ? describeFigures(incident, JSON.parse(told) as AlertFigures) : say('alerts.switched-off'),
    at: isOpen ? incident.opened_at : String(incident.resolved_at),
  };
  const subject = say(isOpen ? 'letters.alert.opened.subject' : 'letters.alert.resolved.subject', values);
  const texts = languages.map((language) => {
    const url = `${publicUrl}${pagesIn(language)}/alerts`;
    return say(isOpen ? 'letters.alert.opened' : 'letters.alert.resolved', { ...values, url })[language];
  });
  return { to, subject: subject[languages[0] ?? 'pt'], text: texts.join('\n--\n\n') };
}
