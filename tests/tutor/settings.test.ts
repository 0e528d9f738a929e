import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage, changeTimeZone } from '../../src/tutor/change-settings.js';
import { meetLearner } from '../../src/tutor/meet-learner.js';
import { createWorld, MONDAY_NOON, type World } from '../support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});
afterAll(() => world.close());

/** Somebody comes, as a chat platform tells it. */
function arrive(id: string, timeZone: string | null, name = id) {
  const person = { workspaceId: world.team, id, name, languages: ['es'], timeZone, destination: null };
  return meetLearner(world.at(MONDAY_NOON), person);
}

describe('settings', () => {
  it.each([
    ['Europe/Madrid', 'Europe/Madrid'],
    ['madrid', 'Europe/Madrid'],
    ['  MÉXICO_city ', 'America/Mexico_City'],
    ['mexico city', 'America/Mexico_City'],
    ['utc', 'UTC'],
  ])('takes %j for %s', async (typed, zone) => {
    const ana = await world.person('Ana');
    expect(await changeTimeZone(world.at(MONDAY_NOON), ana, typed)).toMatchObject({
      kind: 'changed',
      learner: { timeZone: zone, timeZoneFrom: 'person' },
    });
  });

  it.each(['', 'atlantis', '   ', '<script>'])('changes nothing for %j', async (typed) => {
    const ana = await world.person('Ana');
    expect(await changeTimeZone(world.at(MONDAY_NOON), ana, typed)).toEqual({ kind: 'unclear', typed, zones: [] });
  });

  it('offers at most 25 zones where several fit', async () => {
    const ana = await world.person('Ana');
    const change = await changeTimeZone(world.at(MONDAY_NOON), ana, 'america');
    expect(change.kind === 'unclear' && change.zones).toHaveLength(25);
  });

  it('keeps what the learner chose when they come again from elsewhere', async () => {
    const luis = await world.person('Luis');
    await changeLanguage(world.at(MONDAY_NOON), luis, 'en');
    const again = await arrive('luis', 'Asia/Tokyo', 'Luis M.');
    expect(again).toMatchObject({ name: 'Luis M.', language: 'en', timeZone: 'Europe/Madrid' });
  });

  it.each([
    ['the platform names', 'Europe/Madrid', 'Europe/Madrid', 'platform'],
    ['the platform names, UTC though it be', 'UTC', 'UTC', 'platform'],
    ['is assumed where the platform names none', null, 'UTC', 'assumed'],
    ['is assumed where nobody knows the name', 'Mars/Olympus', 'UTC', 'assumed'],
  ])('starts with the zone that %s', async (reason, given, timeZone, timeZoneFrom) => {
    expect(await arrive(reason.replaceAll(/\W/g, ''), given)).toMatchObject({ timeZone, timeZoneFrom });
  });

  it('takes the first zone that a platform names in place of an assumed one, and no later one', async () => {
    await arrive('bea', null);
    expect(await arrive('bea', 'Mars/Olympus')).toMatchObject({ timeZone: 'UTC', timeZoneFrom: 'assumed' });
    expect(await arrive('bea', 'Asia/Tokyo')).toMatchObject({ timeZone: 'Asia/Tokyo', timeZoneFrom: 'platform' });
    expect(await arrive('bea', 'Europe/Madrid')).toMatchObject({ timeZone: 'Asia/Tokyo', timeZoneFrom: 'platform' });
  });

  it('never puts a zone in place of the one that the person chose, be it UTC', async () => {
    await changeTimeZone(world.at(MONDAY_NOON), await arrive('sam', null), 'utc');
    expect(await arrive('sam', 'Asia/Tokyo')).toMatchObject({ timeZone: 'UTC', timeZoneFrom: 'person' });
  });

  it('ignores a language it does not speak', async () => {
    const eva = await world.person('Eva');
    expect(await changeLanguage(world.at(MONDAY_NOON), eva, 'fr')).toMatchObject({ language: 'es' });
  });
});
