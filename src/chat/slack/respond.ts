/** Tries of one answer, and the longest wait between two in milliseconds: Slack takes an answer for 30 minutes. */
const TRIES = 4;
const LONGEST_WAIT_MS = 30_000;
/** A try that hangs is given up after this long, in milliseconds. */
const TIMEOUT_MS = 10_000;

/** An answer that Slack did not take. */
export class RespondError extends Error {
  override readonly name = 'RespondError';
  readonly statusCode: number;
  constructor(statusCode: number) {
    super(`the response URL answered ${statusCode}`);
    this.statusCode = statusCode;
  }
}

function waitBefore(attempt: number, response: Response | null): number {
  const asked = Number(response?.headers.get('retry-after') ?? Number.NaN);
  const wait = Number.isFinite(asked) ? asked * 1_000 : 250 * 2 ** attempt;
  return Math.min(wait, LONGEST_WAIT_MS);
}

/**
 * Answers by a response URL. Waits and tries again where Slack asks for it (429) or stumbles (5xx, a broken
 * connection). Throws a `RespondError` for an address that is used up, or the last error of the network.
 */
export async function postResponse(url: string, body: object): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const last = attempt === TRIES - 1;
    let response: Response | null = null;
    try {
      response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json; charset=utf-8' },
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await response.arrayBuffer();
    } catch (error) {
      if (last) throw error;
    }
    if (response?.ok === true) return;
    const passing = response === null || response.status === 429 || response.status >= 500;
    if (response !== null && (last || !passing)) throw new RespondError(response.status);
    await new Promise((resolve) => setTimeout(resolve, waitBefore(attempt, response)));
  }
}
