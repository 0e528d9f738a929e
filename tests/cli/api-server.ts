import { createServer } from 'node:http';
import { z } from 'zod';

/** `hang`: takes the request and never answers. */
export type Reply =
  | 'hang'
  | { readonly status?: number; readonly headers?: Readonly<Record<string, string>>; readonly body: unknown };

export type ApiServer = {
  readonly url: string;
  /** `METHOD /path authorization`, in the order of their coming. */
  readonly seen: readonly string[];
  close(): Promise<void>;
};

/** A platform's API that gives the same reply to each path. */
export async function serveApi(replies: Readonly<Record<string, Reply>>): Promise<ApiServer> {
  const seen: string[] = [];
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url} ${request.headers.authorization}`);
    const reply = replies[request.url ?? ''] ?? { status: 404, body: {} };
    if (reply === 'hang') return;
    const text = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
    response.writeHead(reply.status ?? 200, { 'content-type': 'application/json', ...reply.headers }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}`,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** An address of this machine where nobody listens. */
export async function deadAddress(): Promise<string> {
  const server = await serveApi({});
  await server.close();
  return server.url;
}
