import { fallbacksOf, type Language, messageLanguages } from '../settings/languages.ts';

/** A text for people, by language. What is stored as JSON has it in all of them. */
export type Texts = Readonly<Record<Language, string>>;

/** A text that a profile, or an older version, has in some languages. */
export type OwnTexts = Partial<Texts>;

/** Writes a text only in the language that is asked for, when it is. */
class WrittenTexts {
  readonly write: (language: Language) => string;
  constructor(write: (language: Language) => string) {
    this.write = write;
  }

  toJSON(): Texts {
    return Object.fromEntries(messageLanguages.map((language) => [language, this.write(language)])) as Texts;
  }
}

for (const language of messageLanguages)
  Object.defineProperty(WrittenTexts.prototype, language, {
    get(this: WrittenTexts) {
      return this.write(language);
    },
  });

/** A text that a function writes in a language, when somebody reads it there. */
export function inEachLanguage(write: (language: Language) => string): Texts {
  return new WrittenTexts(write) as unknown as Texts;
}

/** A text that is the same in all languages: names, numbers. */
export function alike(text: string): Texts {
  return inEachLanguage(() => text);
}

/** A profile's own text in every language: where it has none, in English, Portuguese, or whatever it has. */
export function complete(own: OwnTexts): Texts {
  if (own instanceof WrittenTexts) return own as unknown as Texts;
  return inEachLanguage((language) => own[fallbacksOf(language).find((each) => own[each]) ?? language] ?? '');
}
