import type { Call } from './call.js';
import type { Platform } from './platform.js';

/** `body` is left out of an answer without one. */
export type Answer = { readonly status: number; readonly body?: unknown };

export type Params = Readonly<Record<string, string>>;

export type Route = {
  readonly method: string;
  readonly pattern: RegExp;
  /** Whether the bot's token has to come along. */
  readonly authorized: boolean;
  readonly handle: (platform: Platform, call: Call, params: Params) => Answer;
};

type Handle = Route['handle'];

/** @param path with `:name` for each part that changes */
export function route(method: string, path: string, handle: Handle): Route {
  const pattern = new RegExp(`^${path.replaceAll(/:(\w+)/g, '(?<$1>[^/]+)')}$`);
  return { method, pattern, authorized: true, handle };
}

/** A route that needs no token of the bot: its address is the secret. */
export function openRoute(method: string, path: string, handle: Handle): Route {
  return { ...route(method, path, handle), authorized: false };
}

export const NO_CONTENT: Answer = { status: 204 };

export function ok(body: unknown): Answer {
  return { status: 200, body };
}
