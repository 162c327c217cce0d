/** Longer names are cut: they are read, not copied. */
const longest = 80;
/** How many names are remembered. */
const capacity = 20_000;

const phrases = new Map<string, string>();
const labels = new Map<string, string>();

/** The words of a name in lower case, without accents: `first name` of `firstName`, `FIRST_NAME` and `first-name`. */
export function phraseOf(name: string): string {
  return remembered(phrases, name, (own) => wordsOf(own).toLowerCase());
}

/** A name as a reader would write it: `Reference code` of `reference_code`, `Short URL` of `shortURL`. */
export function labelOf(name: string): string {
  return remembered(labels, name, (own) => {
    const words = wordsOf(own)
      .split(' ')
      .map((word) => (/^[A-Z\d]{2,5}$/.test(word) ? word : word.toLowerCase()));
    const label = words.join(' ');
    return label.slice(0, 1).toUpperCase() + label.slice(1);
  });
}

function remembered(values: Map<string, string>, name: string, make: (name: string) => string): string {
  let value = values.get(name);
  if (value === undefined) {
    if (values.size >= capacity) values.clear();
    value = make(name);
    values.set(name, value);
  }
  return value;
}

function wordsOf(name: string): string {
  return name
    .slice(0, longest)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .replace(/[^A-Za-z\d]+/g, ' ')
    .trim();
}

/** The name of one of several, as far as its ending tells in English, Portuguese and Spanish. */
export function singular(name: string): string {
  if (name.length < 4 || !/s$/i.test(name) || /(?:ss|us|is)$/i.test(name)) return name;
  if (/ies$/i.test(name)) return `${name.slice(0, -3)}y`;
  if (/(?:sses|xes|ches|shes|ores|ares|ones)$/i.test(name)) return name.slice(0, /ones$/i.test(name) ? -1 : -2);
  return name.slice(0, -1);
}
