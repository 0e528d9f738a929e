import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { z } from 'zod';
import { anthropicDialect, readMessages } from './anthropic.js';
import { openaiDialect, readChat, readEmbeddings } from './openai.js';
import { type Asked, countTokens, type Reply } from './reply.js';
import { type Dialect, stream } from './sse.js';

export type { Asked, Reply };

export type FakeModel = {
  /** Base address of both protocols. */
  readonly url: string;
  /** What it was asked, in order; refused requests are not among it. */
  readonly asked: Asked[];
  /** Texts that were embedded, in order, a list for each request. */
  readonly embedded: (readonly string[])[];
  /** Requests, refused ones included. */
  readonly requests: number;
  /** Connections on which it is still answering. */
  readonly open: number;
  /** What it does next; the last one is repeated. */
  replies(...replies: readonly (Reply | ((asked: Asked) => Reply))[]): void;
  /** How it embeds; `null` is an error 500. */
  embeds(vectorOf: (text: string) => readonly number[] | null): void;
  close(): Promise<void>;
};

/** A provider on this machine that speaks both protocols and refuses what real ones would. */
export async function startFakeModel(key: string | null): Promise<FakeModel> {
  const asked: Asked[] = [];
  const embedded: (readonly string[])[] = [];
  let queue: readonly (Reply | ((asked: Asked) => Reply))[] = [{ kind: 'text', text: 'Hello.' }];
  let vectorOf: (text: string) => readonly number[] | null = (text) => [text.length, 1];
  let requests = 0;
  let open = 0;

  function next(question: Asked): Reply {
    const [first, ...rest] = queue;
    if (first === undefined) throw new Error('the fake has nothing to say');
    if (rest.length > 0) queue = rest;
    return typeof first === 'function' ? first(question) : first;
  }

  function answer(response: ServerResponse, dialect: Dialect, question: Asked | null): void {
    if (question === null) {
      refuse(response, 400);
      return;
    }
    asked.push(question);
    const reply = next(question);
    if (reply.kind === 'status') refuse(response, reply.status, reply.headers);
    else if (reply.kind !== 'hang') stream(response, dialect, question, reply);
  }

  function embed(response: ServerResponse, request: ReturnType<typeof readEmbeddings>): void {
    const vectors = request?.input.map(vectorOf) ?? [];
    if (request === null || vectors.some((vector) => vector === null)) {
      refuse(response, request === null ? 400 : 500);
      return;
    }
    embedded.push(request.input);
    const data = vectors.map((embedding, index) => ({ object: 'embedding', index, embedding }));
    const tokens = request.input.map(countTokens).reduce((sum, one) => sum + one, 0);
    const usage = { prompt_tokens: tokens, total_tokens: tokens };
    json(response, 200, { object: 'list', model: request.model, data, usage });
  }

  /** Whether the headers are those of somebody who may ask. */
  function mayAsk({ headers }: IncomingMessage): boolean {
    return key === null || headers.authorization === `Bearer ${key}` || headers['x-api-key'] === key;
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1;
    open += 1;
    response.once('close', () => {
      open -= 1;
    });
    const body = await readJson(request);
    if (!mayAsk(request)) refuse(response, 401);
    else if (request.url === '/v1/chat/completions') answer(response, openaiDialect, readChat(body));
    else if (request.url === '/v1/embeddings') embed(response, readEmbeddings(body));
    else if (request.url === '/v1/messages') answer(response, anthropicDialect, readMessages(request.headers, body));
    else refuse(response, 404);
  }

  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = z.object({ port: z.number() }).parse(server.address());
  return {
    url: `http://127.0.0.1:${port}/v1`,
    asked,
    embedded,
    get requests() {
      return requests;
    },
    get open() {
      return open;
    },
    replies(...replies) {
      queue = replies;
    },
    embeds(how) {
      vectorOf = how;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8'));
  } catch {
    return null;
  }
}

/** Real providers repeat a part of the key in such a message; so does this one. */
function refuse(response: ServerResponse, status: number, headers: Readonly<Record<string, string>> = {}): void {
  const error = { type: 'some_error', message: `no: ${status}, key ${response.req.headers.authorization ?? ''}` };
  json(response, status, { type: 'error', error }, headers);
}

function json(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}
