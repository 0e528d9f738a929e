import type { ViewLimits } from '../fit.js';

const FILE_BYTES = 10 * 1024 * 1024;

/** Everything in the room that has a bound, in one place. */
export const LIMITS = {
  /** Characters of one line. */
  line: 4_000,
  /** Characters of a field's value, and of a select's. */
  fieldValue: 4_000,
  selectValue: 200,
  name: 32,
  /** Characters of an invitation's code, and of what is put in for it: its link too. */
  code: 128,
  codeTyped: 400,
  /** Bytes of a request. */
  body: 64 * 1024,
  /** Bytes of a file, and of the only request that may bring one: the file, what was written, and what parts them. */
  file: FILE_BYTES,
  upload: FILE_BYTES + 128 * 1024,
  /** Fields of a form. */
  fields: 5,
  /** Forms remembered, so that a file is checked against what was asked for. */
  forms: 2_000,
  /** Entries on a page and in one step upward. */
  page: 40,
  /** Entries read at once for a stream. */
  batch: 100,
  suggestions: 25,
  /** Live streams of one person: a browser has about six connections to a server, and needs some for the rest. */
  streamsPerPerson: 4,
  streams: 1_000,
  /** Live streams of one address: a class or an office behind one. */
  streamsPerAddress: 200,
  /** People who are let in at once; more wait a moment. */
  entering: 4,
  /** Names in the list of who is here; beyond that there is a number. */
  names: 40,
  /** Events waiting for one slow reader before it is cut off; it comes back and misses nothing. */
  waitingEvents: 500,
} as const;

/** In milliseconds. */
export const TIMES = {
  heartbeat: 15_000,
  /** How often the log is asked for what another process wrote. */
  poll: 2_000,
  /** Between two views of an answer that is being made. */
  progress: 500,
  /** Reloading the page is not leaving. */
  leaving: 1_500,
  /** Somebody who has left may be back within this time: what is said meanwhile is still for them. */
  away: 60_000,
  /** Between two lists of who is here, for each of them. */
  presencePerPerson: 5,
} as const;

/** A bucket of `burst` that refills by `perSecond`. */
export type RateRule = { readonly burst: number; readonly perSecond: number };

export const RATES = {
  act: { burst: 30, perSecond: 3 },
  read: { burst: 120, perSecond: 20 },
  /** New visitors, all together. */
  enter: { burst: 100, perSecond: 5 },
  /** Codes of an invitation that one address tries. */
  code: { burst: 10, perSecond: 1 / 6 },
  /** All that one address asks for, whoever it says to be. */
  address: { burst: 600, perSecond: 60 },
} as const satisfies Record<string, RateRule>;

/** Offers to look up what somebody asked among others: three at first, then one in ten minutes. */
export const OFFERS: RateRule = { burst: 3, perSecond: 1 / 600 };

/** What a card shows at once; the rest is behind "Show the rest". */
export const CARD_LIMITS: ViewLimits = {
  measure: (text) => text.length,
  title: 300,
  block: 6_000,
  total: 12_000,
  blocks: 60,
  fields: 60,
  fieldName: 300,
  fieldValue: 2_000,
  footer: 1_000,
  buttons: Number.POSITIVE_INFINITY,
  buttonLabel: 200,
  url: 4_000,
  selects: Number.POSITIVE_INFINITY,
  options: Number.POSITIVE_INFINITY,
  optionLabel: 300,
  rows: Number.POSITIVE_INFINITY,
  parts: { of: () => 0, max: 0 },
  pages: Number.POSITIVE_INFINITY,
};
