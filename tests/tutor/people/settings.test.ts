import { beforeAll, describe, expect, it } from 'vitest';
import { changeLanguage, changeTimeZone } from '../../../src/tutor/people/change-settings.js';
import { type Learner, meetLearner } from '../../../src/tutor/people/meet-learner.js';
import { createWorld, MONDAY_NOON, type World } from '../../support/world.js';

let world: World;
beforeAll(async () => {
  world = await createWorld();
});

/** Somebody comes, as a chat platform tells it. */
function arrive(id: string, timeZone: string | null, name = id) {
  const person = { workspaceId: world.team, id, name, languages: ['es'], timeZone, destination: null };
  return meetLearner(world.at(MONDAY_NOON), person);
}

describe('settings', () => {
  const typing = (learner: Learner, typed: string) => changeTimeZone(world.at(MONDAY_NOON), learner, typed);

  it.each([
    ['America/Lima', 'America/Lima'],
    ['lima', 'America/Lima'],
    ['  MÉXICO_city ', 'America/Mexico_City'],
    ['Calcuta', 'Asia/Kolkata'],
    ['asia/calcutta', 'Asia/Kolkata'],
    ['utc', 'UTC'],
  ])('takes %j for %s', async (typed, zone) => {
    const changed = { kind: 'changed', learner: { timeZone: zone, timeZoneFrom: 'person' } };
    expect(await typing(await arrive(`types ${typed}`, 'Europe/Madrid'), typed)).toMatchObject(changed);
    expect(await arrive(`types ${typed}`, null)).toMatchObject(changed.learner);
  });

  it.each([
    ['Bilbao', 'Europe/Madrid'],
    ['Europe/Madrid', 'Europe/Madrid'],
    ['Kolkata', 'Asia/Calcutta'],
  ])('says that %j is the zone that somebody has', async (typed, zone) => {
    const person = await arrive(`has ${typed}`, zone);
    const same = { kind: 'same', learner: { timeZone: zone, timeZoneFrom: 'person' } };
    expect(await typing(person, typed)).toMatchObject(same);
    expect(await arrive(`has ${typed}`, 'Asia/Tokyo')).toMatchObject(same.learner);
  });

  it.each(['', 'qwertyuiop', '   ', '<script>'])('changes nothing for %j', async (typed) => {
    const ana = await world.person('Ana');
    expect(await typing(ana, typed)).toEqual({ kind: 'unknown', typed, zones: [] });
    expect(await world.person('Ana')).toEqual(ana);
  });

  it('offers what several places are called, in the learner’s language, and saves none', async () => {
    const ana = await world.person('Ana');
    expect(await typing(ana, 'Spain')).toEqual({
      kind: 'several',
      typed: 'Spain',
      zones: [
        { zone: 'Europe/Madrid', name: 'Madrid, España' },
        { zone: 'Atlantic/Canary', name: 'Canarias, España' },
      ],
    });
    const near = await typing(ana, 'Mardid');
    expect(near.kind === 'unknown' && near.zones[0]).toEqual({ zone: 'Europe/Madrid', name: 'Madrid, España' });
    expect(await world.person('Ana')).toEqual(ana);
  });

  it('offers at most 25 zones where many fit', async () => {
    const change = await typing(await world.person('Ana'), 'CET');
    expect(change.kind === 'several' && change.zones).toHaveLength(25);
  });

  it('keeps the clocks of two people apart', async () => {
    await typing(await arrive('here', null), 'Nairobi');
    await typing(await arrive('there', null), 'Honolulu');
    expect(await arrive('here', null)).toMatchObject({ timeZone: 'Africa/Nairobi' });
    expect(await arrive('there', null)).toMatchObject({ timeZone: 'Pacific/Honolulu' });
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
