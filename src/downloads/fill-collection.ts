/** The part of a Postman collection that is used here. */
interface Collection {
  variable?: { key: string; value?: string }[];
}

/** Sets variables of a collection: `apiKey`, so that it is ready to run, and `baseUrl`, so that it runs elsewhere. */
export function fillCollection<T extends Collection>(collection: T, values: { apiKey: string; baseUrl?: string }): T {
  const variables = collection.variable ?? [];
  if (!variables.some(({ key }) => key === 'apiKey')) throw new Error('The collection has no variable called apiKey.');
  return {
    ...collection,
    variable: variables.map((each) => ({ ...each, ...pick(values, each.key) })),
  };
}

function pick(values: Record<string, string>, key: string): { value?: string } {
  return Object.hasOwn(values, key) ? { value: values[key] as string } : {};
}
