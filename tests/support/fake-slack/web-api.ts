import { ApiError } from './errors.js';
import { type Answer, jsonAnswer } from './faults.js';
import type { Json } from './json.js';
import { type Methods, needScope } from './methods/call.js';
import { chatMethods } from './methods/chat.js';
import { conversationMethods } from './methods/conversations.js';
import { fileMethods } from './methods/files.js';
import { oauthMethods } from './methods/oauth.js';
import { peopleMethods } from './methods/people.js';
import { viewMethods } from './methods/views.js';
import { type Platform, watched } from './platform.js';
import type { Team } from './state.js';

const METHODS: Methods = {
  'api.test': { auth: 'none', run: ({ args }) => ({ args }) },
  ...chatMethods,
  ...conversationMethods,
  ...fileMethods,
  ...oauthMethods,
  ...peopleMethods,
  ...viewMethods,
};

/** The workspace whose bot token it is. */
export function teamOf(platform: Platform, token: string | null): Team | undefined {
  return [...platform.state.teams.values()].find(({ botToken, installed }) => installed && botToken === token);
}

function knownTeam(platform: Platform, token: string | null): Team {
  if (token === null) throw new ApiError('not_authed');
  if (token === platform.app.appToken) throw new ApiError('not_allowed_token_type');
  const team = teamOf(platform, token);
  if (team === undefined) throw new ApiError('invalid_auth');
  if (team.problem !== null) throw new ApiError(team.problem);
  return team;
}

function run(platform: Platform, name: string, args: Json, token: string | null, more: Methods): Json {
  const method = { ...METHODS, ...more }[name];
  if (method === undefined) throw new ApiError('unknown_method', { req_method: name });
  if (name === 'auth.test' && token === platform.app.appToken) {
    return { app_name: platform.app.name, app_id: platform.app.id };
  }
  if (method.auth === 'none') return method.run({ platform, args });
  if (method.auth === 'bot') {
    const team = knownTeam(platform, token);
    for (const scope of method.scopes) needScope(team, scope);
    return method.run({ platform, args, team });
  }
  if (token === null) throw new ApiError('not_authed');
  if (token === platform.app.appToken) return method.run({ platform, args });
  throw new ApiError(teamOf(platform, token) ? 'not_allowed_token_type' : 'invalid_auth');
}

function scopesOf(platform: Platform, token: string | null): Readonly<Record<string, string>> {
  const team = teamOf(platform, token);
  if (team) return { 'x-oauth-scopes': [...team.scopes].join(',') };
  return token === platform.app.appToken ? { 'x-oauth-scopes': 'connections:write' } : {};
}

/** Carries a Web API call out. `more`: methods that live elsewhere. */
export function callMethod(platform: Platform, name: string, args: Json, token: string | null, more: Methods): Answer {
  try {
    const body = watched(platform, name, args, () => run(platform, name, args, token, more));
    return jsonAnswer({ ok: true, ...body }, scopesOf(platform, token));
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return jsonAnswer({ ok: false, error: error.code, ...error.more }, scopesOf(platform, token));
  }
}
