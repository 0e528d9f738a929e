import { type IncomingHttpHeaders, request } from 'node:http';

export type HttpResponse = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly ms: number;
};

export type HttpCall = {
  readonly method: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
};

/** One request on a connection of its own, so that nothing stays open. Follows no redirect. */
export function callHttp(url: string, { method, headers = {}, body = '', timeoutMs }: HttpCall): Promise<HttpResponse> {
  const started = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('utf8'),
          ms: performance.now() - started,
        }),
      );
    });
    sent.setTimeout(timeoutMs, () => sent.destroy(new Error(`operation_timeout: no answer in ${timeoutMs} ms`)));
    sent.on('error', reject);
    sent.end(body);
  });
}
