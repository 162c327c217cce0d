/** `/account` is a page and `/account/…` the account API; `/downloads` is a page and `/downloads/…` the files of an API. */
const served =
  /^\/(platform|sandbox|oauth|inbox|\.well-known)\/|^\/account\/.|^\/downloads\/[^/]+\/.|^\/(livez|readyz)$/;

/** Whether the server handles a path; all others are pages of the portal. */
export function isServed(path: string): boolean {
  return served.test(path);
}
