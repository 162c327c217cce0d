import type { AnyRequest, OperationDescription } from './description.ts';

interface Sender {
  send: (operation: OperationDescription, request?: AnyRequest) => unknown;
}

/** Makes the function that calls an operation. */
export function operation(description: OperationDescription): (client: Sender, request?: AnyRequest) => unknown {
  return (client, request) => client.send(description, request);
}
