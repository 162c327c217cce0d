import type { SecurityScheme } from '../../../../server/openapi/document-types.ts';
import { resolve } from '../../../../server/openapi/resolve.ts';
import { exampleCall } from '../example-address.ts';
import { findList } from '../list-calls.ts';
import { block, code, list, prose, table } from '../markdown.ts';
import { ask, isSuccess, showCall, showCode } from '../show-call.ts';
import { linksTo, plansOf, type Section, say, type Works } from '../works.ts';
import { type Call, schemesOfCall, writeCurl } from '../write-curl.ts';

/** The command of the guides that opens a workspace: the page's button takes the reader's own in its place. */
const openWorkspace = `export CAIS_KEY=$(curl -s -X POST http://localhost:3000/platform/v1/guest_workspaces | node -pe 'JSON.parse(require("fs").readFileSync(0,"utf8")).api_key.secret')`;

const mostScopes = 20;

/** How to authenticate: alternatives, where the key goes, tokens and scopes, and who may call. */
export async function authentication(works: Works): Promise<Section> {
  const { api } = works;
  const parts = [say(works, 'key'), block('bash', openWorkspace), ...describeSchemes(works)];
  const roles = rolesOf(api);
  if (roles.length < 3) parts.push(say(works, 'roles', { roles: roles.map((role) => say(works, role)).join(', ') }));
  const open = api.operations.filter(
    ({ security }) => security.length === 0 || security.some((each) => Object.keys(each).length === 0),
  );
  if (open.length > 0 && open.length < api.operations.length)
    parts.push(say(works, 'openOperations', { operations: linksTo(works, open) }));
  const call = await findWorkingCall(works);
  const shown = call && (await showCall(works, call, isSuccess, { items: 1 }));
  if (shown) parts.push(...shown.parts);
  if (call) parts.push(...(await describeTokens(works, call)));
  return { id: 'authentication', title: say(works, 'authentication'), parts };
}

/** A request that a new workspace may send: of the first list, else of what can be read without an id. */
async function findWorkingCall(works: Works): Promise<Call | undefined> {
  const found = await findList(works);
  if (found) return found.call();
  const likely = plansOf(works.api, 'read-singleton', 'read', 'stateless').filter(
    ({ operation }) => operation.method === 'get',
  );
  for (const { operation } of likely.slice(0, 5)) {
    const call = exampleCall(works.api, operation);
    const answer = await ask(works, call);
    if (answer && isSuccess(answer)) return call;
  }
  return undefined;
}

function describeSchemes(works: Works): string[] {
  const { document, operations } = works.api;
  const alternatives = new Map<string, string[]>();
  for (const { security } of operations)
    for (const requirement of security) {
      const names = Object.keys(requirement);
      if (names.length > 0) alternatives.set([...names].sort().join(' '), names);
    }
  const written = [...alternatives.values()].flatMap((names) => {
    const schemes = names.flatMap((name) => document.components?.securitySchemes?.[name] ?? []);
    const parts = schemes.map((scheme) => describeScheme(works, resolve<SecurityScheme>(document, scheme)));
    return parts.length > 0 ? [parts.join(say(works, 'and'))] : [];
  });
  // Where a token is taken, so is the key.
  const token = say(works, 'byToken');
  const ways = [...new Set(written)].filter((way) => way !== say(works, 'byBearer') || !written.includes(token));
  if (ways.length === 0) return [say(works, 'noSchemes')];
  if (ways.length === 1) return [say(works, 'oneWay', { way: ways[0] ?? '' })];
  return [say(works, 'ways'), list(ways)];
}

function describeScheme(
  works: Works,
  { type, scheme, name = '', in: place, 'x-credential': special }: SecurityScheme,
): string {
  if (special) return say(works, 'byClient');
  if (type === 'apiKey') {
    if (place === 'query') return say(works, 'inQuery', { name: code(name) });
    return say(works, place === 'cookie' ? 'inCookie' : 'inHeader', { name: code(name) });
  }
  if (type === 'http' && scheme?.toLowerCase() === 'basic') return say(works, 'byBasic');
  return say(works, type === 'oauth2' || type === 'openIdConnect' ? 'byToken' : 'byBearer');
}

function rolesOf({ profile: { access } }: Works['api']): ('administrator' | 'developer' | 'reader')[] {
  return (['administrator', 'developer', 'reader'] as const).filter((role) => {
    try {
      access?.check(role);
      return true;
    } catch {
      return false;
    }
  });
}

/** Where the document has client credentials: its scopes, and a token that is got and used. */
async function describeTokens(works: Works, call: Call): Promise<string[]> {
  const { api, text } = works;
  const schemes = Object.values(text.document.components?.securitySchemes ?? {});
  const flows = schemes.map((scheme) => resolve<SecurityScheme>(text.document, scheme).flows?.clientCredentials);
  const flow = flows.find((each) => each !== undefined);
  if (!flow) return [];
  const scopes = Object.entries(flow.scopes ?? {});
  const rows = scopes.slice(0, mostScopes).map(([name, description]) => [code(name), prose(description)]);
  const isBearer = schemesOfCall(api, call.operation).every(
    ({ type, scheme }) => type === 'oauth2' || /^bearer$/i.test(scheme ?? ''),
  );
  const got = isBearer ? await getToken(works, call) : [];
  return [
    `### ${say(works, 'tokens')} {/* #tokens */}`,
    say(works, 'tokensAt', { url: code(flow.tokenUrl ?? '/oauth/token') }),
    ...got,
    ...(rows.length > 0 ? [table([say(works, 'scope'), say(works, 'allows')], rows)] : []),
    ...(scopes.length > mostScopes ? [say(works, 'andOthers', { count: scopes.length - mostScopes })] : []),
  ];
}

async function getToken(works: Works, call: Call): Promise<string[]> {
  const scope = `${works.api.slug}:read`;
  const ask = `CLIENT=$(curl -s http://localhost:3000/platform/v1/oauth_clients \\
  -H "Authorization: Bearer $CAIS_KEY" \\
  -H "Content-Type: application/json" \\
  -d '${JSON.stringify({ name: 'ERP', scopes: [scope] })}')
CLIENT_ID=$(node -pe 'JSON.parse(process.argv[1]).id' "$CLIENT")
CLIENT_SECRET=$(node -pe 'JSON.parse(process.argv[1]).secret' "$CLIENT")
TOKEN=$(curl -s -u "$CLIENT_ID:$CLIENT_SECRET" http://localhost:3000/oauth/token -d grant_type=client_credentials)
echo "$TOKEN"`;
  const token = await showCode(works, ask, isSuccess);
  if (!token) return [];
  const use = writeCurl(works.api, call, { head: true }).replace(
    '"Authorization: Bearer $CAIS_KEY"',
    `"Authorization: Bearer $(node -pe 'JSON.parse(process.argv[1]).access_token' "$TOKEN")"`,
  );
  const used = await showCode(works, use, isSuccess, { head: /^content-type$/ });
  return used ? [...token.parts, ...used.parts] : [];
}
