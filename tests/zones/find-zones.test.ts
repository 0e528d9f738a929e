import { rawTimeZones } from '@vvo/tzdb';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instant, isTimeZone } from '../../src/core/local-date.js';
import { findZones } from '../../src/zones/find-zones.js';
import { isKnownZone, modernZone } from '../../src/zones/runtime-zone.js';
import { zoneName } from '../../src/zones/zone-name.js';
import { runs } from '../support/runs.js';
import type { Typed } from './typed.js';
import { TYPED_BEFORE } from './typed-before.js';
import { TYPED_SINCE } from './typed-since.js';
import { NOW, zonesOf } from './zones-of.js';

async function comesTo([typed, right]: Typed): Promise<void> {
  const found = await findZones(typed, NOW);
  const zones = zonesOf(found);
  if (typeof right === 'string') {
    expect(found).toMatchObject({ kind: 'sure', option: { zone: right } });
  } else if ('near' in right) {
    expect(found.kind).toBe('unknown');
    expect(right.near.length === 0 ? zones : zones.slice(0, right.near.length)).toEqual(right.near);
  } else {
    expect(found.kind).toBe('several');
    expect(zones).toEqual(expect.arrayContaining([...right.choice]));
    expect(zones.length).toBeGreaterThan(1);
    expect(zones.length).toBeLessThanOrEqual(25);
    expect(new Set(zones).size).toBe(zones.length);
    expect(zones[0]).toBe(right.choice[0]);
  }
}

describe('what people type for a time zone', () => {
  it.each(TYPED_BEFORE)('%j comes to %j', async (...typed) => comesTo(typed));
  it.each(TYPED_SINCE)('%j comes to %j', async (...typed) => comesTo(typed));

  it('is found by case, spaces and accents left out or put in', async () => {
    for (const typed of ['MEDELLÍN', 'medellin', ' Medellín ', 'Mede­llín'.normalize('NFD')]) {
      expect(zonesOf(await findZones(typed, NOW))).toEqual(['America/Bogota']);
    }
  });

  it('goes by the offset of the day', async () => {
    const summer = instant(Date.UTC(2026, 6, 1));
    expect(zonesOf(await findZones('UTC+1', NOW))).not.toContain('Europe/London');
    expect(zonesOf(await findZones('UTC+1', summer))).toContain('Europe/London');
    expect(zonesOf(await findZones('UTC+2', summer))).toContain('Europe/Madrid');
  });

  it('takes a country of several zones with one clock by the zone of most people', async () => {
    expect(await findZones('Argentina', NOW)).toMatchObject({
      kind: 'sure',
      option: { zone: 'America/Argentina/Buenos_Aires' },
    });
  });

  it('never throws, and finds nothing but zones that the runtime takes', async () => {
    const words = fc.constantFrom(
      'Madrid',
      'Paris',
      'IL',
      'time',
      'hora de',
      ',',
      '(',
      'UTC',
      '+',
      '5',
      ':30',
      'EST',
      '|',
      '\t',
    );
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(words, { maxLength: 5 }).map((parts) => parts.join(' ')),
    );
    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        const zones = zonesOf(await findZones(text, NOW));
        expect(zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
      }),
      { numRuns: runs(40) },
    );
  });
});

describe('every zone of the world', () => {
  const zones = [...new Set(rawTimeZones.flatMap(({ group }) => group))].filter(
    (zone) => zone.includes('/') && isKnownZone(zone) && modernZone(zone) === zone,
  );

  it('is called by a city and a country, not by its own name', () => {
    expect(zones.filter((zone) => zoneName(zone, 'en').includes('/'))).toEqual([]);
    expect(zoneName('Europe/Madrid', 'en')).toBe('Madrid, Spain');
    expect(zoneName('Europe/Madrid', 'es')).toBe('Madrid, España');
    expect(zoneName('America/New_York', 'es')).toBe('Nueva York, Estados Unidos');
    expect(zoneName('Asia/Calcutta', 'en')).toBe('Kolkata, India');
    expect(zoneName('Asia/Singapore', 'en')).toBe('Singapore');
    expect(zoneName('UTC', 'en')).toBe('UTC');
    expect(zoneName('Mars/Olympus', 'en')).toBe('Mars/Olympus');
  });
});
