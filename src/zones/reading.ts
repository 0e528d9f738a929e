/** A zone that a person can have meant. */
export type ZoneOption = {
  /** An IANA name that this runtime takes. */
  readonly zone: string;
  /** The place that goes by what was typed; `null` for the city that the zone is named after. */
  readonly city: string | null;
  readonly region: { readonly en: string; readonly es: string } | null;
  /** Whether it was the region that was typed, so that the city alone would say too little. */
  readonly ofRegion: boolean;
  /** ISO 3166 code; `null` for UTC. */
  readonly country: string | null;
  /** Who lives there, in thousands: of two places people mean the larger one more often. */
  readonly people: number;
};

/**
 * One thing that typed words can mean: a country, a state, a city, the name of a clock, such as EST. It has more than
 * one option where that thing has more than one clock.
 */
export type Reading = {
  readonly kind: 'country' | 'region' | 'city' | 'clock';
  /** Whether it is its own name, not one of the other names that it has somewhere. */
  readonly own: boolean;
  readonly people: number;
  readonly options: readonly ZoneOption[];
};

export type Found =
  /** All that was typed means this one. */
  | { readonly kind: 'sure'; readonly option: ZoneOption }
  /** It means several, the likely ones first. */
  | { readonly kind: 'several'; readonly options: readonly ZoneOption[] }
  /** It means none; these, if any, are written much like it. */
  | { readonly kind: 'unknown'; readonly near: readonly ZoneOption[] };
