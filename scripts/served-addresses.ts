/** The page `/account` stands beside what people do about their account, and `/downloads` beside the files of an API. */
const served =
  /^\/(platform|sandbox|oauth|inbox|\.well-known)\/|^\/account\/.|^\/downloads\/[^/]+\/.|^\/(livez|readyz)$/;

/** Whether the server answers a path itself; every other one is a page of the portal. */
export function isServed(path: string): boolean {
  return served.test(path);
}
