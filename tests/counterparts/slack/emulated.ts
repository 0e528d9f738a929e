import { createEmulator } from 'emulate';
import { z } from 'zod';
import { SCOPES } from '../../../src/chat/slack/scopes.js';

/** The app as the emulator knows it. */
export const APP = {
  id: 'A0REPASO00',
  clientId: '1000.2000',
  clientSecret: 'a-client-secret',
  botId: 'B0REPASO00',
  botUserId: 'U0REPASO00',
  botToken: 'xoxb-1000-2000-emulated',
  signingSecret: 'a-signing-secret',
  redirectUri: 'https://repaso.example/slack/oauth_redirect',
} as const;

export type Json = Readonly<Record<string, unknown>>;

export type Member = { readonly id: string; readonly name: string; readonly token: string };

/** A Slack on this machine with one workspace, one channel, and people in it. */
export type Emulated = {
  readonly url: string;
  readonly teamId: string;
  readonly channel: { readonly id: string; readonly name: string };
  member(name: string): Promise<Member>;
  /** Throws Slack's own word for what it refuses. */
  call(token: string, method: string, args: Json): Promise<Json>;
  close(): Promise<void>;
};

const CHANNEL = 'study';

const answerSchema = z.looseObject({ ok: z.boolean(), error: z.string().optional() });
const authSchema = z.object({ team_id: z.string(), user_id: z.string() });
const channelsSchema = z.object({ channels: z.array(z.object({ id: z.string(), name: z.string() })) });

function tokenOf(name: string): string {
  return `xoxp-${name.toLowerCase()}`;
}

/** What the emulator is filled with. The bot has the scopes that it asks for in its manifest, and no other. */
function seed(people: readonly string[]) {
  const scopes = [...SCOPES];
  const { id: app_id, clientId: client_id, clientSecret, botId: bot_id, botUserId: bot_user_id } = APP;
  const bot = { type: 'bot', user_id: bot_user_id, app_id, client_id, bot_id, bot_user_id, scopes };
  return {
    team: { name: 'The study group', domain: 'study-group' },
    signing_secret: APP.signingSecret,
    strict_scopes: true,
    users: people.map((name) => ({ name: name.toLowerCase(), real_name: name, profile: { display_name: name } })),
    channels: [{ name: CHANNEL }],
    oauth_apps: [
      {
        ...{ app_id, client_id, client_secret: clientSecret, name: 'Repaso', redirect_uris: [APP.redirectUri] },
        ...{ scopes, bot_id, bot_user_id, bot_name: 'repaso' },
      },
    ],
    tokens: [
      { token: APP.botToken, ...bot },
      ...people.map((name) => ({ token: tokenOf(name), type: 'user', user: name.toLowerCase() })),
    ],
  };
}

export async function startEmulated(people: readonly string[]): Promise<Emulated> {
  const emulator = await createEmulator({ service: 'slack', port: 0, seed: { slack: seed(people) } });

  async function call(token: string, method: string, args: Json): Promise<Json> {
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const init = { method: 'POST', headers, body: JSON.stringify(args) };
    const answer = answerSchema.parse(await (await fetch(`${emulator.url}/api/${method}`, init)).json());
    if (!answer.ok) throw new Error(`${method}: ${answer.error}`);
    return answer;
  }

  const { team_id: teamId } = authSchema.parse(await call(APP.botToken, 'auth.test', {}));
  const { channels } = channelsSchema.parse(await call(tokenOf(people[0] ?? ''), 'conversations.list', {}));
  const channel = channels.find(({ name }) => name === CHANNEL);
  if (channel === undefined) throw new Error(`the emulator has no #${CHANNEL}`);
  return {
    url: emulator.url,
    teamId,
    channel,
    async member(name) {
      const token = tokenOf(name);
      const { user_id: id } = authSchema.parse(await call(token, 'auth.test', {}));
      return { id, name, token };
    },
    call,
    close: () => emulator.close(),
  };
}
