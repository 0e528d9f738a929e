import { checkDiscord, type DiscordCheck } from '../chat/discord/check.js';
import { checkGateway, type GatewayCheck } from '../chat/discord/check-gateway.js';
import type { Config } from '../program/config.js';
import type { Check } from './check.js';
import type { Io } from './io.js';
import { say } from './messages/say.js';

/**
 * Whether Discord accepts the token and sends the bot the events it needs, with the link that invites it to a server.
 */
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
    ...gatewayChecks(io, await checkGateway(discord)),
    { name: say(language, 'doctor.discord.install'), ok: true, detail: installLink },
  ];
}

/** No check where Discord gave no answer: the token is valid, and `start` reports how the connection goes. */
function gatewayChecks({ language }: Io, found: GatewayCheck): readonly Check[] {
  const name = say(language, 'doctor.discord.gateway');
  switch (found.status) {
    case 'open':
      return [{ name, ok: true, detail: say(language, 'doctor.discord.gateway.good') }];
    case 'intents': {
      const detail = say(language, 'doctor.discord.intents', { code: String(found.code) });
      return [{ name, ok: false, detail, mend: say(language, 'doctor.discord.intents.mend') }];
    }
    case 'closed': {
      const detail = say(language, 'doctor.discord.closed', { code: String(found.code) });
      return [{ name, ok: false, detail, mend: say(language, 'doctor.discord.closed.mend') }];
    }
    case 'unknown':
      return [];
  }
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
