import { rawTimeZones } from '@vvo/tzdb';
import { describe, expect, it } from 'vitest';
import { LANGUAGES } from '../../src/core/language.js';
import { findZones } from '../../src/zones/find-zones.js';
import { countryOfZone, isKnownZone, modernZone, offsetMinutes } from '../../src/zones/runtime-zone.js';
import { zoneName } from '../../src/zones/zone-name.js';
import { NOW, zonesOf } from './zones-of.js';

/** Found by itself, or by a zone of the same country with the same clock. */
function stands(found: readonly string[], zone: string): boolean {
  return found.some(
    (other) =>
      other === zone ||
      (countryOfZone(other) === countryOfZone(zone) &&
        offsetMinutes(other, [NOW])[0] === offsetMinutes(zone, [NOW])[0]),
  );
}

describe('every zone of the world', () => {
  const zones = [...new Set(rawTimeZones.flatMap(({ group }) => group))].filter(
    (zone) => zone.includes('/') && isKnownZone(zone) && modernZone(zone) === zone,
  );

  it('is found by its own name, in any case', async () => {
    const lost: string[] = [];
    for (const zone of zones) {
      const found = await findZones(zone.toLowerCase(), NOW);
      if (found.kind !== 'sure' || found.option.zone !== zone) lost.push(zone);
    }
    expect(zones.length).toBeGreaterThan(400);
    expect(lost).toEqual([]);
  });

  it.each(LANGUAGES)('is found by its city as people call it in %s', async (language) => {
    const lost: string[] = [];
    for (const zone of zones) {
      const [city = ''] = zoneName(zone, language).split(', ');
      if (language !== 'en' && zoneName(zone, 'en').startsWith(city)) continue;
      if (!stands(zonesOf(await findZones(city, NOW)), zone)) lost.push(`${zone} by ${city}`);
    }
    expect(lost).toEqual([]);
  }, 120_000);
});

describe('every country of the world', () => {
  const countries = new Map<string, readonly string[]>();
  for (const { countryCode, name } of rawTimeZones) {
    if (isKnownZone(name)) countries.set(countryCode, [...(countries.get(countryCode) ?? []), name]);
  }

  it.each(LANGUAGES)('finds its zones by its name in %s', async (language) => {
    const named = new Intl.DisplayNames([language], { type: 'region' });
    const inEnglish = new Intl.DisplayNames(['en'], { type: 'region' });
    const lost: string[] = [];
    for (const [code, its] of countries) {
      const name = named.of(code) ?? code;
      if (language !== 'en' && inEnglish.of(code) === name) continue;
      const found = zonesOf(await findZones(name, NOW));
      const missing = its.filter((zone) => !stands(found, zone));
      if (missing.length > 0) lost.push(`${name}: ${missing.join(', ')}`);
    }
    expect(countries.size).toBeGreaterThan(240);
    expect(lost).toEqual([]);
  }, 120_000);
});
