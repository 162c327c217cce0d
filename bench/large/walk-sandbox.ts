/** One call: its request, status and duration. */
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
  /** Stores a property of the response under a name, for later paths. */
  store?: [property: string, name: string];
}

/** The life cycle of labels, issues and repositories, as in GitHub's guides. */
const steps: Step[] = [
  { request: 'POST /user/repos', body: { name: 'quay' }, expected: 201 },
  { request: 'GET /repos/octocat/Hello-World', expected: 200 },
  { request: 'PATCH /repos/octocat/Hello-World', body: { description: 'A quay' }, expected: 200 },
  { request: 'GET /repos/octocat/Hello-World/issues', expected: 200 },
  {
    request: 'POST /repos/octocat/Hello-World/issues',
    body: { title: 'Found a bug' },
    expected: 201,
    store: ['number', 'issue'],
  },
  { request: 'GET /repos/octocat/Hello-World/issues/{issue}', expected: 200 },
  { request: 'PATCH /repos/octocat/Hello-World/issues/{issue}', body: { state: 'closed' }, expected: 200 },
  { request: 'POST /repos/octocat/Hello-World/issues', body: {}, expected: 422 },
  {
    request: 'POST /repos/octocat/Hello-World/labels',
    body: { name: 'urgent', color: 'f29513' },
    expected: 201,
    store: ['name', 'label'],
  },
  { request: 'GET /repos/octocat/Hello-World/labels/{label}', expected: 200 },
  { request: 'DELETE /repos/octocat/Hello-World/labels/{label}', expected: 204 },
  { request: 'GET /repos/octocat/Hello-World/labels/{label}', expected: 404 },
];

/** Calls the sandbox of GitHub's API with a guest's key; the first call of each operation is measured. */
export async function walkSandbox(origin: string): Promise<Call[]> {
  const guest = await fetch(`${origin}/platform/v1/guest_workspaces`, { method: 'POST' });
  const { api_key } = (await guest.json()) as { api_key: { secret: string } };
  const stored: Record<string, string> = {};
  const calls: Call[] = [];
  for (const { request, body, expected, store } of steps) {
    const [method, path = ''] = request.split(' ');
    const address = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => stored[name] ?? '');
    const started = performance.now();
    const response = await fetch(`${origin}/sandbox/github${address}`, {
      method,
      headers: {
        authorization: `Bearer ${api_key.secret}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    calls.push({ request, status: response.status, expected, milliseconds: performance.now() - started });
    if (store) stored[store[1]] = String((JSON.parse(text) as Record<string, unknown>)[store[0]]);
  }
  return calls;
}
