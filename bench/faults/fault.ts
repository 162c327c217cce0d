import type { Servers } from './servers.ts';

/** Something that happens under load. */
export interface Fault {
  name: string;
  servers: Servers;
  /** Makes it happen; resolves when its cause is gone. */
  happen(): Promise<unknown>;
}
