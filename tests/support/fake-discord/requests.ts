import type { Upload } from './body.js';
import type { Call } from './call.js';
import type { Matcher } from './faults.js';
import { Log } from './log.js';

/** A request that came, as tests read it. */
export type SeenRequest = {
  readonly method: string;
  /** Without `/api/v10` and the query. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
  /** When it came, in milliseconds since 1970. */
  readonly at: number;
  /** What it was answered with; 0 for a connection that was cut, `null` as long as it waits. */
  status: number | null;
};

export function matches({ method, path }: Matcher, seen: { readonly method: string; readonly path: string }): boolean {
  return (method ?? seen.method) === seen.method && new RegExp(path).test(seen.path);
}

/** Requests in the order in which they came, and those that have been answered. */
export class Requests {
  readonly all: SeenRequest[] = [];
  private readonly answered = new Log<SeenRequest>();

  arrived({ method, path, query, body, uploads }: Call, at: number): SeenRequest {
    const request = { method, path, query: Object.fromEntries(query), body, uploads, at, status: null };
    this.all.push(request);
    return request;
  }

  finished(request: SeenRequest, status: number): void {
    request.status = status;
    this.answered.add(request);
  }

  /** The `count`-th such request since the beginning, when it has been answered. */
  seen(matcher: Matcher, count = 1): Promise<SeenRequest> {
    return this.answered.seen((request) => matches(matcher, request), `${matcher.method} ${matcher.path}`, count);
  }

  close(): void {
    this.answered.close();
  }
}
