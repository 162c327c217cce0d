/** The part of a Postman collection that matters here. */
interface Collection {
  variable?: { key: string; value?: string }[];
}

/** Puts a key into a collection's `apiKey` variable, so that it runs as it is. */
export function fillCollection<T extends Collection>(collection: T, apiKey: string): T {
  const variables = collection.variable ?? [];
  if (!variables.some(({ key }) => key === 'apiKey')) throw new Error('The collection has no variable called apiKey.');
  return {
    ...collection,
    variable: variables.map((each) => (each.key === 'apiKey' ? { ...each, value: apiKey } : each)),
  };
}
