import type { Json } from './json.js';

/** What a Web API method answers as `{ok: false, error}`. */
export class ApiError extends Error {
  readonly code: string;
  readonly more: Json;

  constructor(code: string, more: Json = {}) {
    super(code);
    this.name = 'ApiError';
    this.code = code;
    this.more = more;
  }
}

/** A body that breaks Block Kit's rules or a method's arguments. `problems` are Slack's `response_metadata.messages`. */
export class InvalidRequest extends ApiError {
  readonly problems: readonly string[];

  constructor(code: string, problems: readonly string[]) {
    super(code, { response_metadata: { messages: problems } });
    this.name = 'InvalidRequest';
    this.problems = problems;
  }
}
