/** What stands in the place of a name; what is empty is not there. */
export type TemplateValues = Readonly<Record<string, string>>;

/**
 * Fills in the template of a guide: `{{name}}` is a value, `{{#name}}…{{/name}}` is there where it has one, and `{{^name}}…{{/name}}`
 * where it has none. Marks that have a line to themselves leave none behind. Throws for a name that means nothing.
 */
export function fillTemplate(template: string, values: TemplateValues): string {
  const getValue = (name: string): string => {
    const value = values[name];
    if (value === undefined) throw new Error(`{{${name}}} is no value of a guide: correct its name.`);
    return value;
  };
  const choose = (_: string, kind: string, name: string, inside: string): string =>
    (getValue(name) !== '') === (kind === '#') ? fillSections(inside) : '';
  const fillSections = (text: string): string =>
    text
      .replaceAll(/^\{\{([#^])(\w+)\}\}\n([\s\S]*?)^\{\{\/\2\}\}\n/gm, choose)
      .replaceAll(/\{\{([#^])(\w+)\}\}([\s\S]*?)\{\{\/\2\}\}/g, choose);
  const chosen = fillSections(template);
  const [lost] = /\{\{[#^/]\w+\}\}/.exec(chosen) ?? [];
  if (lost) throw new Error(`${lost} has no counterpart.`);
  // Sections that are left out leave their blank lines. What a value has of either stays: it may be an example of a document.
  return chosen.replaceAll(/\n{3,}/g, '\n\n').replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => getValue(name));
}

/** A text of a document as Markdown that shows it as it is. */
export function asMarkdown(text: string): string {
  return text
    .replaceAll(/[\\`*_{}[\]<>|#&]/g, '\\$&')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
