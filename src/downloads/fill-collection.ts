/** The part of a Postman collection that is used here. */
interface Collection {
  variable?: { key: string; value?: string }[];
}

/** Sets a collection's `apiKey` variable, so that it is ready to run. */
export function fillCollection<T extends Collection>(collection: T, apiKey: string): T {
  const variables = collection.variable ?? [];
  if (!variables.some(({ key }) => key === 'apiKey')) throw new Error('The collection has no variable called apiKey.');
  return {
    ...collection,
    variable: variables.map((each) => (each.key === 'apiKey' ? { ...each, value: apiKey } : each)),
  };
}
