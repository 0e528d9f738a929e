import { z } from 'zod';
import { flag } from '../content.js';
import { ApiError } from '../errors.js';
import type { Json } from '../json.js';
import type { Member } from '../state.js';
import { type BotCall, bot, type Methods, memberOf, read } from './call.js';

const userArgs = z.object({ user: z.string().min(1), include_locale: flag.default(false) });
const botArgs = z.object({ bot: z.string().min(1) });

/** Seconds east of UTC in the zone, at that instant. */
function offsetOf(tz: string, at: number): number {
  const name = new Intl.DateTimeFormat('en', { timeZone: tz, timeZoneName: 'longOffset' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value;
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '') ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 3_600 + Number(minutes) * 60);
}

/** @param asked the workspace that asks: of somebody of another one it is told less */
function userPayload(member: Member, asked: string, withLocale: boolean, now: number): Json {
  const { id, teamId, name, tz, isAdmin } = member;
  const isStranger = teamId !== asked;
  return {
    id,
    team_id: teamId,
    name: name.toLowerCase(),
    deleted: false,
    real_name: name,
    tz,
    tz_label: tz,
    tz_offset: offsetOf(tz, now),
    profile: {
      real_name: name,
      display_name: name,
      real_name_normalized: name,
      display_name_normalized: name,
      team: teamId,
    },
    is_admin: isAdmin,
    is_owner: false,
    ...(isStranger ? { is_stranger: true } : {}),
    is_bot: false,
    is_app_user: false,
    ...(withLocale ? { locale: member.locale } : {}),
  };
}

function usersInfo(call: BotCall) {
  const { user, include_locale } = read(userArgs, call.args);
  const member = memberOf(call, user);
  if (member.problem === 'user_not_found') throw new ApiError('user_not_found');
  return { user: userPayload(member, call.team.id, include_locale, call.platform.now()) };
}

function botsInfo({ platform, team, args }: BotCall) {
  if (read(botArgs, args).bot !== team.botId) throw new ApiError('bot_not_found');
  return {
    bot: { id: team.botId, deleted: false, name: platform.app.name, app_id: platform.app.id, user_id: team.botUserId },
  };
}

export const peopleMethods: Methods = {
  'users.info': bot('users:read', usersInfo),
  'bots.info': bot('users:read', botsInfo),
  'team.info': bot('team:read', ({ team }) => ({
    team: { id: team.id, name: team.name, domain: team.domain, url: `https://${team.domain}.slack.com/` },
  })),
  'auth.test': bot(null, ({ platform, team }) => ({
    url: `https://${team.domain}.slack.com/`,
    team: team.name,
    user: platform.app.name,
    team_id: team.id,
    user_id: team.botUserId,
    bot_id: team.botId,
    is_enterprise_install: false,
  })),
  'auth.revoke': bot(null, ({ team }) => {
    team.problem = 'token_revoked';
    return { revoked: true };
  }),
};
