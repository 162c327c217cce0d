/** The path below which the portal lies at its public URL, such as `/developers`; empty where it has the host to itself. */
export function publicPath(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/$/, '');
}
