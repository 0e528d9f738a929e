import type { Json } from './json.js';
import type { Platform } from './platform.js';
import type { Channel, Member, Team } from './state.js';

/** Where and by whom something is done. */
export type Scene = {
  readonly platform: Platform;
  /** Whose channel it is, and where the app is installed; a guest of the channel is of another one. */
  readonly team: Team;
  readonly member: Member;
  readonly channel: Channel;
};

export function sceneOf(platform: Platform, member: Member, channel: Channel): Scene {
  const team = platform.state.teams.get(channel.teamId);
  if (team === undefined) throw new Error(`no workspace ${channel.teamId}`);
  return { platform, team, member, channel };
}

/** What every interactive payload says about its origin. */
export function origin({ platform, team, member }: Scene): Json {
  return {
    token: platform.app.verificationToken,
    api_app_id: platform.app.id,
    team: { id: team.id, domain: team.domain },
    user: {
      id: member.id,
      username: member.name.toLowerCase(),
      name: member.name.toLowerCase(),
      team_id: member.teamId,
    },
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

/** What a message tells of a writer of another workspace. */
export function strangerOf({ team, member }: Scene): Json {
  if (member.teamId === team.id) return {};
  const { name, teamId } = member;
  const user_profile = { display_name: name, real_name: name, name: name.toLowerCase(), team: teamId };
  return { user_team: teamId, source_team: teamId, user_profile };
}

/** The wrapping of an event of the Events API. Where a guest did it, `team_id` is the guest's own. */
export function eventCallback({ platform, team, member, channel }: Scene, event: Json): Json {
  return {
    token: platform.app.verificationToken,
    team_id: member.teamId,
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
    is_ext_shared_channel: channel.sharedWith.size > 0,
    event_context: `4-${member.id}`,
  };
}
