import { z } from 'zod';
import { ApiError } from '../errors.js';
import type { Json } from '../json.js';
import { type Methods, type PlainCall, read } from './call.js';

const accessArgs = z.object({
  code: z.string().min(1),
  client_id: z.string(),
  client_secret: z.string(),
  redirect_uri: z.string().optional(),
});

/** A code becomes the bot token of the workspace that it is for. */
function access({ platform, args }: PlainCall): Json {
  const { code, client_id, client_secret, redirect_uri } = read(accessArgs, args);
  if (client_id !== platform.app.clientId) throw new ApiError('invalid_client_id');
  if (client_secret !== platform.app.clientSecret) throw new ApiError('bad_client_secret');
  const grant = platform.codes.get(code);
  const team = grant && platform.state.teams.get(grant.teamId);
  if (grant === undefined || team === undefined) throw new ApiError('invalid_code');
  if (grant.used) throw new ApiError('code_already_used');
  if (grant.redirectUri !== (redirect_uri ?? null)) throw new ApiError('bad_redirect_uri');
  grant.used = true;
  team.installed = true;
  team.problem = null;
  return {
    access_token: team.botToken,
    token_type: 'bot',
    scope: [...team.scopes].join(','),
    bot_user_id: team.botUserId,
    app_id: platform.app.id,
    team: { id: team.id, name: team.name },
    enterprise: null,
    is_enterprise_install: false,
    authed_user: { id: grant.userId },
  };
}

export const oauthMethods: Methods = { 'oauth.v2.access': { auth: 'none', run: access } };
