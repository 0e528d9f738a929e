import { GatewayCloseCodes } from 'discord.js';

/** What Discord means by closing for good, and what mends it. */
const REASONS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: 'Discord no longer takes the token: set a new DISCORD_TOKEN',
  [GatewayCloseCodes.InvalidShard]: 'the bot asked for a share of its servers that there is not',
  [GatewayCloseCodes.ShardingRequired]: 'the bot is in too many servers for one connection',
  [GatewayCloseCodes.InvalidAPIVersion]: 'Discord no longer speaks this version: update Repaso',
  [GatewayCloseCodes.InvalidIntents]: 'Discord does not know an intent that the bot asks for: update Repaso',
  [GatewayCloseCodes.DisallowedIntents]: 'Discord refuses an intent: allow it on the Bot page of the Developer Portal',
};

/** Discord has closed the gateway for a reason that the client cannot mend by connecting again. */
export class GatewayClosed extends Error {
  override readonly name = 'GatewayClosed';
  readonly code: number;
  constructor(code: number) {
    super(`${REASONS[code] ?? 'Discord has closed the connection for good'} (${code})`);
    this.code = code;
  }
}
