import { InvalidRequest } from './errors.js';
import type { Faults } from './faults.js';
import type { Clock, Ids } from './ids.js';
import type { Json } from './json.js';
import type { Ping } from './pings.js';
import type { State } from './state.js';
import type { Triggers } from './triggers.js';

/** The app as its configuration page shows it. */
export type AppSecrets = {
  readonly id: string;
  readonly name: string;
  readonly appToken: string;
  readonly signingSecret: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly verificationToken: string;
};

/** A call that came in, as it was. */
export type LoggedRequest = {
  readonly method: string;
  readonly args: Json;
  readonly token: string | null;
  readonly teamId: string | null;
  readonly at: number;
};

/** Something sent that Slack would refuse. */
export type Violation = {
  readonly method: string;
  readonly error: string;
  readonly messages: readonly string[];
  readonly args: Json;
};

/** What every part of the fake shares. */
export type Platform = {
  readonly app: AppSecrets;
  readonly state: State;
  readonly ids: Ids;
  readonly now: Clock;
  readonly triggers: Triggers;
  readonly faults: Faults;
  readonly requests: LoggedRequest[];
  readonly violations: Violation[];
  readonly pings: Ping[];
  /** Codes of OAuth, with the team that each is for. */
  readonly codes: Map<
    string,
    { readonly teamId: string; readonly userId: string; readonly redirectUri: string | null; used: boolean }
  >;
  /** `http://127.0.0.1:PORT`, without a slash at the end. */
  readonly origin: () => string;
  /** Characters of JSON that `blocks` may have in `chat.*` calls; Slack's own count is not documented. */
  readonly maxBlocksJson: number;
};

/** Runs `act`, and remembers what it refuses as invalid. */
export function watched<T>(platform: Platform, method: string, args: Json, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (error instanceof InvalidRequest) {
      platform.violations.push({ method, error: error.code, messages: error.problems, args });
    }
    throw error;
  }
}

export function logRequest(platform: Platform, request: Omit<LoggedRequest, 'at'>): void {
  platform.requests.push({ ...request, at: platform.now() });
}
