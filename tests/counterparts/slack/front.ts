import { createServer, type IncomingMessage } from 'node:http';
import { z } from 'zod';
import { APP, type Emulated, type Json } from './emulated.js';
import { createResponses, type Responses } from './responses.js';

/** A view as the emulator has taken it: it gives its id, and has no way to be asked for it. */
export const viewSchema = z.object({
  id: z.string(),
  type: z.string(),
  callback_id: z.string(),
  private_metadata: z.string(),
  title: z.unknown(),
  submit: z.unknown(),
  close: z.unknown(),
  blocks: z.array(z.unknown()),
});
export type TakenView = z.infer<typeof viewSchema>;

/** A message for one person's eyes, which the emulator takes and has no way to be asked for. */
export type Ephemeral = {
  readonly ts: string;
  readonly channelId: string;
  readonly onlyFor: string;
  readonly threadTs: string | null;
  content: { readonly text: string; readonly blocks: readonly unknown[] };
};

/**
 * What stands before the emulator. Every call of the program goes to it as it is, and its answer back as it is. The
 * emulator has no way to read back what only one person sees, a home tab or a form: what it took is kept here. Response
 * URLs, which it does not have, are here too.
 */
export type Front = {
  /** For `SLACK_API_URL`. */
  readonly apiUrl: string;
  readonly responses: Responses;
  readonly ephemerals: readonly Ephemeral[];
  /** By the trigger with which they were opened. */
  readonly modals: ReadonlyMap<string, TakenView>;
  /** By person. */
  readonly homes: ReadonlyMap<string, TakenView>;
  /** Every call of the program, as `method`, or `method: error` where the emulator refused it. */
  readonly calls: readonly string[];
  /** The same with what they were made with. */
  readonly requests: readonly { readonly method: string; readonly args: Readonly<Record<string, string>> }[];
  close(): Promise<void>;
};

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const answerSchema = z.looseObject({ ok: z.boolean().default(false), error: z.string().optional() });
const postedSchema = z.object({ message_ts: z.string() });

/** Arguments as Slack's client sends them: a form whose values may be JSON. */
function argsOf(body: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URLSearchParams(body));
}

function blocksOf(json: string | undefined): readonly unknown[] {
  return z.array(z.unknown()).parse(JSON.parse(json ?? '[]'));
}

export async function startFront(emulated: Emulated): Promise<Front> {
  const ephemerals: Ephemeral[] = [];
  const modals = new Map<string, TakenView>();
  const homes = new Map<string, TakenView>();
  const calls: string[] = [];
  const requests: { readonly method: string; readonly args: Readonly<Record<string, string>> }[] = [];

  function remember(method: string, args: Readonly<Record<string, string>>, answer: Json): void {
    if (method === 'chat.postEphemeral') {
      const { message_ts: ts } = postedSchema.parse(answer);
      const { channel: channelId = '', user: onlyFor = '', thread_ts: threadTs = null, text = '' } = args;
      ephemerals.push({ ts, channelId, onlyFor, threadTs, content: { text, blocks: blocksOf(args.blocks) } });
    }
    if (method === 'views.open') modals.set(args.trigger_id ?? '', viewSchema.parse(answer.view));
    if (method === 'views.publish') homes.set(args.user_id ?? '', viewSchema.parse(answer.view));
  }

  /** Hands a call on as it is, and the answer back as it is. */
  async function forward(method: string, request: IncomingMessage) {
    const body = await bodyOf(request);
    const { authorization = '', 'content-type': type = '' } = request.headers;
    const headers = { authorization, 'content-type': type };
    const response = await fetch(`${emulated.url}/api/${method}`, { method: 'POST', headers, body });
    const text = await response.text();
    const answer = answerSchema.parse(JSON.parse(text));
    requests.push({ method, args: argsOf(body) });
    calls.push(answer.ok ? method : `${method}: ${answer.error}`);
    if (answer.ok) remember(method, argsOf(body), answer);
    return { status: response.status, text };
  }

  const responses = createResponses({
    emulated,
    find: (ts) => ephemerals.find((message) => message.ts === ts) ?? null,
    async postEphemeral(args) {
      const answer = await emulated.call(APP.botToken, 'chat.postEphemeral', args);
      const folded = Object.entries(args).map(([key, value]) => [
        key,
        typeof value === 'string' ? value : JSON.stringify(value),
      ]);
      remember('chat.postEphemeral', Object.fromEntries(folded), answer);
    },
  });

  const server = createServer(async (request, response) => {
    const [, kind = '', name = ''] = (request.url ?? '').split('?')[0]?.split('/') ?? [];
    const { status, text } =
      kind === 'api'
        ? await forward(name, request)
        : await responses.take(name, z.record(z.string(), z.unknown()).parse(JSON.parse(await bodyOf(request))));
    response.writeHead(status, { 'content-type': kind === 'api' ? 'application/json' : 'text/plain' }).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : address}`;
  responses.at(url);
  return {
    apiUrl: `${url}/api/`,
    responses,
    ephemerals,
    modals,
    homes,
    calls,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
