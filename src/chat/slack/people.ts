import { z } from 'zod';
import type { Person } from '../port.js';
import type { SlackApi } from './api.js';

/** A field that is not as it should be counts as missing; the others are read all the same. */
const text = z.string().optional().catch(undefined);
const flag = z.boolean().catch(false);

const profileSchema = z.object({
  user: z.object({
    team_id: text,
    real_name: text,
    locale: text,
    tz: text,
    is_admin: flag,
    is_owner: flag,
    /** Somebody of another workspace, seen through a channel that both share. */
    is_stranger: flag,
    profile: z.object({ display_name: text, real_name: text }).catch({}),
    enterprise_user: z
      .object({ teams: z.array(z.string()).catch([]) })
      .optional()
      .catch(undefined),
  }),
});
type Profile = z.infer<typeof profileSchema>['user'];

/** A profile is asked for anew after this long, in milliseconds. */
const FRESH_MS = 60 * 60_000;
/** Profiles kept; beyond that the oldest is dropped. */
const MOST = 5_000;

export type People = {
  /** As Slack knows the person; with `name` alone where it does not answer. Never rejects. */
  get(api: SlackApi, userId: string, name: string): Promise<Person>;
};

/** People's names, languages and time zones, asked for once an hour. */
export function createPeople(now: () => number): People {
  const known = new Map<string, { readonly person: Promise<Person>; readonly until: number }>();

  function keep(key: string, person: Promise<Person>): void {
    known.delete(key);
    known.set(key, { person, until: now() + FRESH_MS });
    const oldest = known.keys().next();
    if (known.size > MOST && !oldest.done) known.delete(oldest.value);
  }

  return {
    async get(api, userId, name) {
      const key = `${api.teamId}/${userId}`;
      const found = known.get(key);
      if (found !== undefined && found.until > now()) return found.person;
      const asked = ask(api, userId, name);
      keep(
        key,
        asked.catch(() => {
          known.delete(key);
          return stranger(userId, name);
        }),
      );
      return known.get(key)?.person ?? stranger(userId, name);
    },
  };
}

function stranger(userId: string, name: string): Person {
  return { id: userId, name: name === '' ? userId : name, languages: [], timeZone: null, manages: false };
}

async function ask(api: SlackApi, userId: string, name: string): Promise<Person> {
  const { user } = profileSchema.parse(await api.call('users.info', { user: userId, include_locale: true }));
  const names = [user.profile.display_name, user.profile.real_name, user.real_name, name];
  return {
    id: userId,
    name: names.find((candidate) => candidate !== undefined && candidate.trim() !== '') ?? userId,
    languages: user.locale === undefined ? [] : [user.locale],
    timeZone: user.tz ?? null,
    manages: (user.is_admin || user.is_owner) && isOf(api.teamId, user),
  };
}

/** Whether somebody belongs to the workspace: a guest of a shared channel can manage only their own. */
function isOf(teamId: string, { is_stranger: isStranger, team_id: home, enterprise_user: inOrganisation }: Profile) {
  if (isStranger) return false;
  return home === undefined || home === teamId || (inOrganisation?.teams.includes(teamId) ?? false);
}
