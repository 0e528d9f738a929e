/** A zone that a person may mean. */
export type ZoneOption = {
  /** An IANA name that this runtime takes. */
  readonly zone: string;
  /** The place with the typed name; `null` for the city that the zone is named after. */
  readonly city: string | null;
  readonly region: { readonly en: string; readonly es: string } | null;
  /** Whether the region was typed, so that the name must include it. */
  readonly ofRegion: boolean;
  /** ISO 3166 code; `null` for UTC. */
  readonly country: string | null;
  /** The population in thousands: people mean the larger of two places more often. */
  readonly people: number;
};

/**
 * One meaning of the typed words: a country, a state, a city or the name of a clock, such as EST. It has several options
 * where it has several clocks.
 */
export type ZoneMatch = {
  readonly kind: 'country' | 'region' | 'city' | 'clock';
  /** Whether it is its own name, not a foreign name or a code. */
  readonly own: boolean;
  readonly people: number;
  readonly options: readonly ZoneOption[];
};

export type ZoneSearch =
  | { readonly kind: 'sure'; readonly option: ZoneOption }
  /** Several zones match, the likeliest first. */
  | { readonly kind: 'several'; readonly options: readonly ZoneOption[] }
  /** None matches; `near` are similar names. */
  | { readonly kind: 'unknown'; readonly near: readonly ZoneOption[] };
