import { checkSlack, type SlackBotCheck, type SlackCheck, type SlackTrouble } from '../chat/slack/check.js';
import { PATHS } from '../chat/slack/paths.js';
import type { Config } from '../program/config.js';
import type { Check } from './check.js';
import type { Io } from './io.js';
import { type CliKey, say } from './messages/say.js';

/**
 * Whether Slack accepts the tokens and grants the needed scopes, with the link that installs the app in a workspace.
 */
export async function slackChecks(io: Io, { slack, publicUrl }: Config): Promise<readonly Check[]> {
  const { language } = io;
  if (slack === null)
    return [{ name: say(language, 'doctor.slack'), ok: true, detail: say(language, 'doctor.slack.none') }];
  const { access, connection, apiUrl } = slack;
  const found = await checkSlack({
    botToken: access.kind === 'token' ? access.botToken : null,
    appToken: connection.kind === 'socket' ? connection.appToken : null,
    apiUrl,
  });
  const address = `${publicUrl ?? ''}${PATHS.events}`;
  return [
    ...(found.bot === null ? [] : [botCheck(io, found.bot)]),
    found.socket === null
      ? {
          name: say(language, 'doctor.slack.http'),
          ok: true,
          detail: say(language, 'doctor.slack.http.good', { address }),
        }
      : socketCheck(io, found.socket),
    ...(access.kind === 'token'
      ? []
      : [{ name: say(language, 'doctor.slack.install'), ok: true, detail: `${access.publicUrl}${PATHS.install}` }]),
  ];
}

function botCheck(io: Io, found: SlackBotCheck): Check {
  const { language } = io;
  const name = say(language, 'doctor.slack');
  if (found.status !== 'good') return { name, ok: false, ...trouble(io, found, 'doctor.slack.refused.mend') };
  const { botName: bot, team, missingScopes } = found;
  if (missingScopes === null) return { name, ok: true, detail: say(language, 'doctor.slack.untold', { bot, team }) };
  if (missingScopes.length === 0) return { name, ok: true, detail: say(language, 'doctor.slack.good', { bot, team }) };
  const scopes = new Intl.ListFormat(language).format(missingScopes);
  const detail = say(language, 'doctor.slack.scopes', { bot, team, scopes });
  return { name, ok: false, detail, mend: say(language, 'doctor.slack.scopes.mend') };
}

function socketCheck(io: Io, found: NonNullable<SlackCheck['socket']>): Check {
  const name = say(io.language, 'doctor.slack.socket');
  if (found.status === 'good') return { name, ok: true, detail: say(io.language, 'doctor.slack.socket.good') };
  return { name, ok: false, ...trouble(io, found, 'doctor.slack.socket.mend') };
}

function trouble({ language }: Io, found: SlackTrouble, refusedMend: CliKey): Pick<Check, 'detail' | 'mend'> {
  switch (found.status) {
    case 'refused': {
      const detail = say(language, 'doctor.slack.refused', { error: found.error });
      return { detail, mend: say(language, refusedMend) };
    }
    case 'odd': {
      const detail = say(language, 'doctor.odd', { platform: 'Slack', status: found.httpStatus });
      return { detail, mend: say(language, 'doctor.odd.mend', { variable: 'SLACK_API_URL' }) };
    }
    case 'unreachable': {
      const detail = say(language, 'doctor.unreachable', { platform: 'Slack', reason: found.reason });
      return {
        detail,
        mend: say(language, 'doctor.unreachable.mend', { host: 'slack.com', variable: 'SLACK_API_URL' }),
      };
    }
  }
}
