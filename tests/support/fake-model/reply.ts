/** What a fake model does with one request. */
export type Reply =
  | { readonly kind: 'text'; readonly text: string; readonly isCut?: boolean }
  /** An error with this status instead of an answer. */
  | { readonly kind: 'status'; readonly status: number; readonly headers?: Readonly<Record<string, string>> }
  /** Takes the request and never answers. */
  | { readonly kind: 'hang' }
  /** Begins to write and then says no more. */
  | { readonly kind: 'stall'; readonly text: string }
  /** Begins to write and drops the connection. */
  | { readonly kind: 'drop'; readonly text: string }
  /** Begins to write and ends without the end that the protocol asks for. */
  | { readonly kind: 'end-early'; readonly text: string }
  /** Begins to write and reports an error in the stream. */
  | { readonly kind: 'error'; readonly text: string }
  /** Writes the same again and again, for as long as somebody listens. */
  | { readonly kind: 'endless'; readonly text: string }
  /** Goes on in a language that is not the provider's. */
  | { readonly kind: 'nonsense'; readonly text: string }
  /** Ends because a filter of the provider's does not like it. */
  | { readonly kind: 'filtered'; readonly text: string }
  /** Writes the text, waits, and then writes the rest. */
  | { readonly kind: 'paused'; readonly text: string; readonly until: Promise<void>; readonly rest: string }
  /** Does not say how many tokens it took. */
  | { readonly kind: 'uncounted'; readonly text: string };

/** A question as it came to the fake, whichever the protocol. */
export type Asked = {
  readonly model: string;
  readonly system: string;
  readonly user: string;
  readonly maxTokens: number;
};

/** Words are tokens enough for a fake. */
export function countTokens(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** A text in small pieces, as models write it. */
export function pieces(text: string): readonly string[] {
  return text.match(/[\s\S]{1,7}/gu) ?? [];
}
