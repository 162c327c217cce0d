import pg from 'pg';

/** Runs statements on a PostgreSQL. */
export async function onDatabase(url: string, statements: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(statements);
  } finally {
    await client.end();
  }
}

/** Takes all connections that a PostgreSQL allows; returns what frees them. */
export async function holdAllConnections(url: string): Promise<() => Promise<void>> {
  const held: pg.Client[] = [];
  for (;;) {
    const client = new pg.Client({ connectionString: url });
    client.on('error', () => {});
    try {
      await client.connect();
    } catch (error) {
      if ((error as { code?: string }).code !== '53300') throw error;
      return async () => {
        await Promise.all(held.map((one) => one.end()));
      };
    }
    held.push(client);
  }
}
