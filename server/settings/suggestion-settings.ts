import { atLeastOne, type Environment, wholeNumber } from './read-setting.ts';

/** Who reads what readers of the portal suggest, and how much they may send. */
export interface SuggestionSettings {
  /** The id of the workspace whose members and keys read suggestions. */
  providerWorkspace: string | undefined;
  suggestions: {
    /** Who gets them by e-mail: an address, or the contact of the API to which the page belongs; undefined if no one does. */
    email: string | undefined;
    /** How many an address may send per hour. */
    perHour: number;
    /** How many are stored at most. */
    stored: number;
    /** How many days they are stored. */
    retentionDays: number;
  };
}

/** Reads the settings of suggestions; throws an error that names the variable and the values it accepts. */
export function readSuggestionSettings(env: Environment): SuggestionSettings {
  const { PROVIDER_WORKSPACE: providerWorkspace, SUGGESTIONS_EMAIL: email } = env;
  if (providerWorkspace && !/^wsp_[0-9a-f]{32}$/.test(providerWorkspace))
    throw new Error('PROVIDER_WORKSPACE must be the id of a workspace (wsp_…), as the page /workspace shows it.');
  if (email && email !== 'contact' && !/^[^\s<>@,;:"()]+@[^\s<>@,;:"()]+$/.test(email))
    throw new Error('SUGGESTIONS_EMAIL must be one address, or "contact" for those that the documents name.');
  return {
    providerWorkspace: providerWorkspace || undefined,
    suggestions: {
      email: email || undefined,
      perHour: wholeNumber(env, 'SUGGESTIONS_PER_HOUR', 10),
      stored: atLeastOne(env, 'SUGGESTIONS_STORED', 2000, 100_000),
      retentionDays: atLeastOne(env, 'SUGGESTION_RETENTION_DAYS', 365, 36_500),
    },
  };
}
