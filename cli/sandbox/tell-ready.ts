import type { Context } from '../../server/context.ts';
import type { ServedApi } from '../../server/plan/served-api.ts';
import { findHostUrl, urlOf } from './api-ports.ts';
import { exampleCall } from './example-call.ts';
import type { SandboxKey } from './open-key.ts';
import { sandboxesOf } from './sandboxes-of.ts';

/** What a sandbox is: where, whose, and what its calls need. */
export interface Ready {
  context: Context;
  key: SandboxKey;
  isOpen: boolean;
  /** The folder where the data stays, if it stays. */
  data: string | undefined;
}

/** One line of JSON, for programs that start a sandbox. */
export function readyAsJson({ context, key, isOpen, data }: Ready): string {
  const { config, faults } = context;
  return JSON.stringify({
    url: config.publicUrl,
    platform_url: `${config.publicUrl}/platform/v1`,
    key: key.secret,
    needs_key: !isOpen,
    workspace_id: key.workspaceId,
    data: data ?? null,
    apis: sandboxesOf(context).map((api) => ({
      slug: api.slug,
      title: api.title,
      version: api.version,
      url: urlOf(api, context),
      host_url: findHostUrl(api, context) ?? null,
      operations: api.operations.length,
    })),
    faulty: [...new Set(faults.list().flatMap(({ api, leftOut }) => (leftOut === 'api' ? api : [])))],
  });
}

/** The same for people. */
export function readyAsText({ context, key, isOpen, data }: Ready, seconds: number): string {
  const { publicUrl } = context.config;
  const apis = sandboxesOf(context);
  const [first] = apis as [ServedApi];
  const bearer = isOpen ? '' : ` -H "Authorization: Bearer ${key.secret}"`;
  return `
${apis.flatMap((api) => linesOf(api, context)).join('\n')}

  Key     ${isOpen ? 'none needed from this machine (--no-auth)' : key.secret}
  Data    ${data ?? 'kept until you stop it; --data <folder> keeps it for longer'}
  Try     ${exampleCall(first, urlOf(first, context), isOpen ? undefined : key.secret)}
  Reset   curl -X POST${bearer} ${publicUrl}/platform/v1/workspace/reset

Ready in ${seconds.toFixed(1)} s. Press Ctrl-C to stop.`;
}

/** Where an API is, and its host name below that. */
function linesOf(api: ServedApi, context: Context): string[] {
  const title = `${api.title} ${api.version}:`;
  const host = findHostUrl(api, context);
  return [`${title} ${urlOf(api, context)}`, ...(host ? [`${' '.repeat(title.length)} ${host}`] : [])];
}
