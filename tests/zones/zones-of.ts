import { instant } from '../../src/core/local-date.js';
import type { ZoneSearch } from '../../src/zones/zone-match.js';
import { MONDAY_NOON } from '../support/world.js';

export const NOW = instant(MONDAY_NOON);

/** The zones that a search has come to, the likeliest first. */
export function zonesOf(found: ZoneSearch): readonly string[] {
  if (found.kind === 'sure') return [found.option.zone];
  return (found.kind === 'several' ? found.options : found.near).map(({ zone }) => zone);
}
