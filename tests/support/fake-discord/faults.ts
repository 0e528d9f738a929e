/** Which requests are meant; `path` is held against the path after `/api/v10`. */
export type Matcher = { readonly method?: string; readonly path: RegExp };

/** What comes instead of the platform's own answer. */
export type Fault = {
  /** Without it the connection ends. */
  readonly status?: number;
  /** Whether it ends by a reset rather than by a polite goodbye. */
  readonly reset?: boolean;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object goes out as JSON, a text as HTML. */
  readonly body?: object | string;
  /** How long the answer takes, in milliseconds. */
  readonly delayMs?: number;
  /** Whether the platform does what was asked all the same, and only its answer is lost. */
  readonly performed?: boolean;
  /** Whether after `delayMs` the platform answers as always. */
  readonly late?: boolean;
};

/** A 429 as Discord writes it. */
export function rateLimited(retryAfterSeconds: number, scope: 'user' | 'shared' | 'global' = 'user'): Fault {
  const global = scope === 'global';
  return {
    status: 429,
    headers: {
      'retry-after': String(retryAfterSeconds),
      'x-ratelimit-limit': '5',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': String(Date.now() / 1000 + retryAfterSeconds),
      'x-ratelimit-reset-after': String(retryAfterSeconds),
      'x-ratelimit-bucket': 'fake-bucket',
      'x-ratelimit-scope': scope,
      ...(global ? { 'x-ratelimit-global': 'true' } : {}),
    },
    body: { message: 'You are being rate limited.', retry_after: retryAfterSeconds, global },
  };
}

/** A 502 of what stands before Discord, in HTML. */
export function badGateway(more: Pick<Fault, 'performed' | 'delayMs'> = {}): Fault {
  return { status: 502, body: '<html><head><title>502 Bad Gateway</title></head><body></body></html>', ...more };
}

/** The connection is closed without an answer. discord.js does not try again after that. */
export function hangUp(more: Pick<Fault, 'performed' | 'delayMs'> = {}): Fault {
  return more;
}

/** The connection is reset without an answer (ECONNRESET), after which discord.js tries again. */
export function connectionReset(more: Pick<Fault, 'performed' | 'delayMs'> = {}): Fault {
  return { reset: true, ...more };
}

/** The platform's own answer, late. */
export function slowly(delayMs: number): Fault {
  return { delayMs, late: true };
}

/** An error of Discord with its own number. */
export function refusal(status: number, code: number, message: string): Fault {
  return { status, body: { message, code } };
}

/** Faults that are still to come. */
export class Faults {
  private readonly waiting: { readonly matcher: Matcher; readonly faults: Fault[] }[] = [];

  add(matcher: Matcher, faults: readonly Fault[]): void {
    this.waiting.push({ matcher, faults: [...faults] });
  }

  /** Takes the next fault for such a request, if there is one. */
  take(method: string, path: string): Fault | undefined {
    const meant = this.waiting.find(
      ({ matcher, faults }) =>
        faults.length > 0 && (matcher.method ?? method) === method && new RegExp(matcher.path).test(path),
    );
    return meant?.faults.shift();
  }

  /** How many have not come yet. */
  get left(): number {
    return this.waiting.reduce((sum, { faults }) => sum + faults.length, 0);
  }
}
