declare module 'autocannon' {
  export interface Options {
    url: string;
    method?: string;
    headers?: Record<string, string>;
    requests?: { headers: Record<string, string> }[];
    requests?: { headers: Record<string, string> }[];
    body?: string;
    connections?: number;
    duration?: number;
    /** Replaces each `[<id>]` in the body with a random id. */
    idReplacement?: boolean;
  }
  export interface Result {
    requests: { average: number; total: number };
    latency: { p50: number; p97_5: number; p99: number };
    non2xx: number;
    errors: number;
  }
  export default function autocannon(options: Options): Promise<Result>;
}
