import type { Json } from './json.js';
import type { Platform } from './platform.js';
import type { Channel, Member, Team } from './state.js';

/** Where and by whom something is done. */
export type Scene = {
  readonly platform: Platform;
  readonly team: Team;
  readonly member: Member;
  readonly channel: Channel;
};

export function sceneOf(platform: Platform, member: Member, channel: Channel): Scene {
  const team = platform.state.teams.get(member.teamId);
  if (team === undefined) throw new Error(`no workspace ${member.teamId}`);
  return { platform, team, member, channel };
}

/** What every interactive payload says about its origin. */
export function origin({ platform, team, member }: Scene): Json {
  return {
    token: platform.app.verificationToken,
    api_app_id: platform.app.id,
    team: { id: team.id, domain: team.domain },
    user: { id: member.id, username: member.name.toLowerCase(), name: member.name.toLowerCase(), team_id: team.id },
    is_enterprise_install: false,
    enterprise: null,
  };
}

export function slashCommand(
  scene: Scene,
  command: string,
  text: string,
  triggerId: string,
  responseUrl: string,
): Json {
  const { platform, team, member, channel } = scene;
  return {
    token: platform.app.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: member.id,
    user_name: member.name.toLowerCase(),
    command: `/${command}`,
    text,
    api_app_id: platform.app.id,
    is_enterprise_install: 'false',
    response_url: responseUrl,
    trigger_id: triggerId,
  };
}

/** The wrapping of an event of the Events API. */
export function eventCallback({ platform, team, member }: Scene, event: Json): Json {
  return {
    token: platform.app.verificationToken,
    team_id: team.id,
    context_team_id: team.id,
    context_enterprise_id: null,
    api_app_id: platform.app.id,
    event,
    type: 'event_callback',
    event_id: platform.ids('Ev'),
    event_time: Math.floor(platform.now() / 1_000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: team.id,
        user_id: team.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${member.id}`,
  };
}
