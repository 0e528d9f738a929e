import { checkDiscord, type DiscordCheck } from '../chat/discord/check.js';
import type { Config } from '../config.js';
import type { Check } from './check.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';

/** Whether Discord knows the token, and the link by which a server invites the bot. */
export async function discordChecks(io: Io, { discord }: Config): Promise<readonly Check[]> {
  const { language } = io;
  const name = say(language, 'doctor.discord');
  if (discord === null) return [{ name, ok: true, detail: say(language, 'doctor.discord.none') }];
  const found = await checkDiscord(discord);
  if (found.status !== 'good') return [{ name, ok: false, ...trouble(io, found) }];
  const { botName: bot, guilds, installLink } = found;
  const detail = guilds === null ? bot : say(language, 'doctor.discord.good', { bot, guilds });
  return [
    { name, ok: true, detail },
    { name: say(language, 'doctor.discord.install'), ok: true, detail: installLink },
  ];
}

function trouble({ language }: Io, found: Exclude<DiscordCheck, { status: 'good' }>): Pick<Check, 'detail' | 'mend'> {
  switch (found.status) {
    case 'refused':
      return { detail: say(language, 'doctor.discord.refused'), mend: say(language, 'doctor.discord.refused.mend') };
    case 'elsewhere': {
      const detail = say(language, 'doctor.discord.elsewhere', { endpoint: found.endpoint });
      return { detail, mend: say(language, 'doctor.discord.elsewhere.mend') };
    }
    case 'odd': {
      const detail = say(language, 'doctor.odd', { platform: 'Discord', status: found.httpStatus });
      return { detail, mend: say(language, 'doctor.odd.mend', { variable: 'DISCORD_API_BASE' }) };
    }
    case 'unreachable': {
      const detail = say(language, 'doctor.unreachable', { platform: 'Discord', reason: found.reason });
      return {
        detail,
        mend: say(language, 'doctor.unreachable.mend', { host: 'discord.com', variable: 'DISCORD_API_BASE' }),
      };
    }
  }
}
