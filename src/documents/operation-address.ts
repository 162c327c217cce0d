/** The address of an operation's page: the build makes its last segment of the operationId, as does this. */
export function operationAddress(api: string, operationId: string): string {
  return `/reference/${api}/${kebabCase(operationId)}`;
}

function kebabCase(text: string): string {
  return text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase();
}
