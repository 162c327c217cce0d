// To make a formatter costs far more than to use it, and a page has hundreds of numbers and times: each is made once.
const numbers = new Map<string, Intl.NumberFormat>();
const times = new Map<string, Intl.DateTimeFormat>();

/** Writes numbers as a locale does. */
export function numberFormat(locale: string, options?: Intl.NumberFormatOptions): Intl.NumberFormat {
  return findOrMake(numbers, locale, options, () => new Intl.NumberFormat(locale, options));
}

/** Writes dates and times as a locale does, in the reader's time zone unless the options name one. */
export function timeFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return findOrMake(times, locale, options, () => new Intl.DateTimeFormat(locale, options));
}

function findOrMake<Format>(
  made: Map<string, Format>,
  locale: string,
  options: object | undefined,
  make: () => Format,
) {
  const key = `${locale}${JSON.stringify(options)}`;
  const format = made.get(key) ?? make();
  made.set(key, format);
  return format;
}
