import type { App, Installation, InstallationQuery, InstallationStore, Logger } from '@slack/bolt';
import { InstallProvider } from '@slack/oauth';
import { z } from 'zod';
import { workspaceOf } from './address.js';
import type { SlackAccess } from './options.js';

type OAuth = Extract<SlackAccess, { kind: 'oauth' }>;

/** What an installation is known by: the team, or the organisation where the whole of it installed the app. */
function keyOf(query: InstallationQuery<boolean>): string {
  const id = query.isEnterpriseInstall ? query.enterpriseId : query.teamId;
  if (id === undefined) throw new Error('an installation belongs to a team or an organisation');
  return workspaceOf(id);
}

/** Of what Bolt stores, what makes a bot work; the rest is kept as it came. */
const installationSchema = z.looseObject({
  team: z.looseObject({ id: z.string() }).optional(),
  enterprise: z.looseObject({ id: z.string() }).optional(),
  user: z.looseObject({ id: z.string() }).catch({ id: '' }),
  bot: z.looseObject({ token: z.string(), userId: z.string(), id: z.string() }).optional(),
  isEnterpriseInstall: z.boolean().optional(),
});
export type StoredInstallation = z.infer<typeof installationSchema>;

export async function readInstallation(
  { installations, cipher }: OAuth,
  workspaceId: string,
): Promise<StoredInstallation | null> {
  const sealed = await installations.get(workspaceId);
  return sealed === null ? null : installationSchema.parse(JSON.parse(cipher.decrypt(sealed, workspaceId)));
}

/** Who installed the app, and into which team. */
export type Installed = { readonly teamId: string; readonly userId: string };

/** What is kept of an installation; `null` for one that no key of ours opens any more. */
async function known(access: OAuth, key: string): Promise<StoredInstallation | null> {
  try {
    return await readInstallation(access, key);
  } catch {
    return null;
  }
}

/** Bolt's store over ours: what is kept is sealed for its workspace alone. */
function createInstallationStore(access: OAuth, { now, onInstalled }: InstallerDeps): InstallationStore {
  return {
    async storeInstallation(installation) {
      const key = keyOf({
        isEnterpriseInstall: installation.isEnterpriseInstall === true,
        teamId: installation.team?.id,
        enterpriseId: installation.enterprise?.id,
      });
      const before = await known(access, key);
      await access.installations.put(key, access.cipher.encrypt(JSON.stringify(installation), key), now());
      // Slack gives the same token to a team that only grants more, and another one after the app was taken out.
      const isNew = before?.bot?.token !== installation.bot?.token;
      if (isNew && installation.team !== undefined) {
        onInstalled({ teamId: installation.team.id, userId: installation.user.id });
      }
    },
    async fetchInstallation(query) {
      const found = await readInstallation(access, keyOf(query));
      if (found === null) throw new Error(`not installed in ${keyOf(query)}`);
      return toInstallation(found);
    },
    async deleteInstallation(query) {
      await access.installations.remove(keyOf(query));
    },
  };
}

/** Fills in what Bolt's type asks for and the stored form may lack. */
function toInstallation(stored: StoredInstallation): Installation {
  const { team, enterprise, bot, user, isEnterpriseInstall } = stored;
  return {
    team: team === undefined ? undefined : { id: team.id },
    enterprise: enterprise === undefined ? undefined : { id: enterprise.id },
    user: { id: user.id, token: undefined, scopes: undefined },
    ...(bot === undefined ? {} : { bot: { token: bot.token, userId: bot.userId, id: bot.id, scopes: [] } }),
    ...(isEnterpriseInstall === undefined ? {} : { isEnterpriseInstall }),
  };
}

type InstallerDeps = {
  readonly clientOptions: NonNullable<ConstructorParameters<typeof App>[0]>['clientOptions'];
  readonly logger: Logger;
  readonly now: () => number;
  /** Called once for each installation, when it is stored. */
  readonly onInstalled: (installed: Installed) => void;
};

/** Slack's own OAuth, over our store. States are signed, bound to the browser by a cookie, and good for ten minutes. */
export function createInstaller(access: OAuth, deps: InstallerDeps): InstallProvider {
  const { clientOptions, logger } = deps;
  const { clientId, clientSecret, stateSecret } = access;
  return new InstallProvider({
    clientId,
    clientSecret,
    stateSecret,
    installationStore: createInstallationStore(access, deps),
    ...(clientOptions === undefined ? {} : { clientOptions }),
    logger,
  });
}
