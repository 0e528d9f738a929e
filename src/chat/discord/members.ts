import { type Client, Routes } from 'discord.js';
import { isNoMember } from './errors.js';

/** What was found is asked for anew after this long; that somebody is none, soon: they may just have come back. In milliseconds. */
const FRESH_MS = { member: 15 * 60_000, none: 60_000 } as const;
/** Pairs kept; beyond that the oldest is dropped. */
const MOST = 5_000;

export type Members = {
  /**
   * Whether somebody belongs to a tenant: a guild in which they are, or a workspace of their own. Where Discord does not
   * tell, they do: nobody is shut out because Discord is away. Never rejects.
   */
  belongs(tenant: string, userId: string): Promise<boolean>;
};

/** Who is in which server, asked of Discord now and then: direct messages do not say it. */
export function createMembers(client: Client, now: () => number): Members {
  const known = new Map<string, { readonly isMember: boolean; readonly until: number }>();

  async function ask(guildId: string, userId: string): Promise<boolean | null> {
    try {
      await client.rest.get(Routes.guildMember(guildId, userId));
      return true;
    } catch (error) {
      return isNoMember(error) ? false : null;
    }
  }

  function keep(key: string, isMember: boolean): void {
    known.delete(key);
    known.set(key, { isMember, until: now() + FRESH_MS[isMember ? 'member' : 'none'] });
    const oldest = known.keys().next();
    if (known.size > MOST && !oldest.done) known.delete(oldest.value);
  }

  return {
    async belongs(tenant, userId) {
      if (tenant.startsWith('@')) return tenant === `@${userId}`;
      const key = `${tenant}/${userId}`;
      const found = known.get(key);
      if (found !== undefined && found.until > now()) return found.isMember;
      const isMember = await ask(tenant, userId);
      // The last that was heard stands as long as nothing else is.
      if (isMember === null) return found?.isMember ?? true;
      keep(key, isMember);
      return isMember;
    },
  };
}
