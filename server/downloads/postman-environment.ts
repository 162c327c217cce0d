import { listOtherServers } from '../openapi/servers.ts';
import type { ServedApi } from '../plan/served-api.ts';
import { baseVariables, ownVariables } from './postman-collection.ts';
import type { PostmanVariable } from './postman-types.ts';

/** The Postman environment of the sandbox, with the variables that the collection uses. */
export function sandboxEnvironment(api: ServedApi, publicUrl: string): object {
  return environment(`${api.title} · sandbox`, ownVariables(api, publicUrl));
}

/** The environment of another server that the document lists, by its name; undefined for a server that it does not list. */
export function findEnvironment(api: ServedApi, name: string): object | undefined {
  const server = listOtherServers(api).find((candidate) => candidate.name === name);
  if (!server) return undefined;
  const { description, template, variables } = server;
  // What the provider lets vary in the address, such as a region, a reader changes in Postman.
  const baseUrl = template.replaceAll(/\{([^}]+)\}/g, (place, each: string) =>
    each in variables ? `{{${each}}}` : place,
  );
  const own = Object.entries(variables).map(([key, value]) => ({ key, value }));
  return environment(`${api.title} · ${description || server.name}`, [...baseVariables(baseUrl), ...own]);
}

function environment(name: string, variables: PostmanVariable[]): object {
  return {
    name,
    values: variables.map(({ key, value }) => ({
      key,
      value,
      type: key === 'apiKey' ? 'secret' : 'default',
      enabled: true,
    })),
    _postman_variable_scope: 'environment',
  };
}
