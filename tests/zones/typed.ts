/**
 * What somebody types, and what comes of it: a zone that is saved at once, a choice that has these zones in it (the
 * first one first), or no more than a suggestion.
 */
export type Typed = readonly [
  typed: string,
  right: string | { readonly choice: readonly string[] } | { readonly near: readonly string[] },
];
