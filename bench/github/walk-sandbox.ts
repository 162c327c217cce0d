/** One call of the walk: what was sent, what came, and how long it took. */
export interface Call {
  request: string;
  status: number;
  expected: number;
  milliseconds: number;
}

interface Step {
  request: string;
  body?: unknown;
  expected: number;
  /** Keeps a property of the answer under a name, for later addresses. */
  keep?: [property: string, name: string];
}

/** Labels, issues and repositories from creation to their end, as somebody would who reads GitHub's own guides. */
const steps: Step[] = [
  { request: 'POST /user/repos', body: { name: 'quay' }, expected: 201 },
  { request: 'GET /repos/octocat/Hello-World', expected: 200 },
  { request: 'PATCH /repos/octocat/Hello-World', body: { description: 'A quay' }, expected: 200 },
  { request: 'GET /repos/octocat/Hello-World/issues', expected: 200 },
  {
    request: 'POST /repos/octocat/Hello-World/issues',
    body: { title: 'Found a bug' },
    expected: 201,
    keep: ['number', 'issue'],
  },
  { request: 'GET /repos/octocat/Hello-World/issues/{issue}', expected: 200 },
  { request: 'PATCH /repos/octocat/Hello-World/issues/{issue}', body: { state: 'closed' }, expected: 200 },
  { request: 'POST /repos/octocat/Hello-World/issues', body: {}, expected: 422 },
  {
    request: 'POST /repos/octocat/Hello-World/labels',
    body: { name: 'urgent', color: 'f29513' },
    expected: 201,
    keep: ['name', 'label'],
  },
  { request: 'GET /repos/octocat/Hello-World/labels/{label}', expected: 200 },
  { request: 'DELETE /repos/octocat/Hello-World/labels/{label}', expected: 204 },
  { request: 'GET /repos/octocat/Hello-World/labels/{label}', expected: 404 },
];

/** Walks the sandbox of GitHub's API with a guest's key; each operation is called for the first time. */
export async function walkSandbox(origin: string): Promise<Call[]> {
  const guest = await fetch(`${origin}/platform/v1/guest_workspaces`, { method: 'POST' });
  const { api_key } = (await guest.json()) as { api_key: { secret: string } };
  const kept: Record<string, string> = {};
  const calls: Call[] = [];
  for (const { request, body, expected, keep } of steps) {
    const [method, path = ''] = request.split(' ');
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => kept[name] ?? '');
    const started = performance.now();
    const answer = await fetch(`${origin}/sandbox/github${address}`, {
      method,
      headers: {
        authorization: `Bearer ${api_key.secret}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await answer.text();
    calls.push({ request, status: answer.status, expected, milliseconds: performance.now() - started });
    if (keep) kept[keep[1]] = String((JSON.parse(text) as Record<string, unknown>)[keep[0]]);
  }
  return calls;
}
