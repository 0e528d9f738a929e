/** How a call is answered instead of the way it would be. */
export type Fault = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Slack's own refusal: `{ok: false, error}` with status 200. */
  readonly error?: string;
  /** The connection is cut without an answer. */
  readonly hangUp?: boolean;
  /** Waited before any answer, also the ordinary one when nothing else is given. */
  readonly delayMs?: number;
  /** The call takes effect all the same; only its answer is the one given here. */
  readonly performed?: boolean;
};

export type Faults = ReturnType<typeof createFaults>;

type Planned = { readonly matches: (method: string) => boolean; readonly faults: Fault[] };

export function createFaults() {
  const planned: Planned[] = [];
  return {
    /** The next calls of a method are answered so, one after the other. `response_url`, `upload` and `file` are methods too. */
    failNext(method: string | RegExp, ...faults: readonly Fault[]): void {
      const matches = (name: string) => (typeof method === 'string' ? name === method : method.test(name));
      planned.push({ matches, faults: [...faults] });
    },
    take(method: string): Fault | null {
      const next = planned.find(({ matches, faults }) => faults.length > 0 && matches(method));
      return next?.faults.shift() ?? null;
    },
    /** How many planned faults have not happened. */
    left: (): number => planned.reduce((sum, { faults }) => sum + faults.length, 0),
    clear(): void {
      planned.length = 0;
    },
  };
}

/** Whether anything but the waiting is out of the ordinary. */
export function changesAnswer(fault: Fault): boolean {
  return fault.status !== undefined || fault.error !== undefined || fault.hangUp === true || fault.body !== undefined;
}

export type Answer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
};

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

export function jsonAnswer(body: object, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, headers: { ...JSON_TYPE, ...headers }, body: JSON.stringify(body) };
}

/** The answer that a fault stands for, or `null` for a connection that is cut. */
export function faultAnswer(fault: Fault): Answer | null {
  if (fault.hangUp) return null;
  const { status = 200, headers = {} } = fault;
  if (status === 429) {
    return {
      status,
      headers: { ...JSON_TYPE, 'retry-after': '1', ...headers },
      body: fault.body ?? JSON.stringify({ ok: false, error: fault.error ?? 'ratelimited' }),
    };
  }
  if (fault.error !== undefined) return { ...jsonAnswer({ ok: false, error: fault.error }, headers), status };
  return { status, headers: { 'content-type': 'text/html', ...headers }, body: fault.body ?? '' };
}
