import type { ServerResponse } from 'node:http';
import type { Asked, Reply } from './reply.js';
import { countTokens, pieces } from './reply.js';

/** How a provider says each thing in its stream of events. */
export type Dialect = {
  readonly begin: (asked: Asked, inputTokens: number) => readonly string[];
  readonly piece: (text: string) => string;
  readonly error: () => string;
  readonly end: (
    why: 'stop' | 'length' | 'filtered',
    tokens: { input: number; output: number } | null,
  ) => readonly string[];
};

export type Streamed = Exclude<Reply, { kind: 'status' | 'hang' }>;

/** Writes an answer as server-sent events, or as much of it as the reply wants. */
export function stream(response: ServerResponse, dialect: Dialect, asked: Asked, reply: Streamed): void {
  const input = countTokens(asked.system) + countTokens(asked.user);
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  for (const event of dialect.begin(asked, reply.kind === 'uncounted' ? 0 : input)) response.write(event);
  for (const piece of pieces(reply.text)) response.write(dialect.piece(piece));
  const close = (why: 'stop' | 'length' | 'filtered'): void => {
    const tokens = reply.kind === 'uncounted' ? null : { input, output: countTokens(reply.text) };
    for (const event of dialect.end(why, tokens)) response.write(event);
    response.end();
  };
  switch (reply.kind) {
    case 'text':
      close(reply.isCut === true ? 'length' : 'stop');
      break;
    case 'paused':
      reply.until.then(() => {
        for (const piece of pieces(reply.rest)) response.write(dialect.piece(piece));
        close('stop');
      });
      break;
    case 'uncounted':
      close('stop');
      break;
    case 'filtered':
      close('filtered');
      break;
    case 'error':
      response.end(dialect.error());
      break;
    case 'nonsense':
      response.end('data: {"no": "idea"}\n\n');
      break;
    case 'end-early':
      response.end();
      break;
    case 'drop':
      // Once what was written is on its way.
      setImmediate(() => response.destroy());
      break;
    case 'stall':
      break;
    case 'endless':
      repeat(response, dialect.piece(reply.text));
      break;
  }
}

function repeat(response: ServerResponse, event: string): void {
  const write = (): void => {
    if (response.destroyed) return;
    if (response.write(event)) setImmediate(write);
    else response.once('drain', write);
  };
  write();
}
