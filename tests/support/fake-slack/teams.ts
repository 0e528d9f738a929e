import { randomUUID } from 'node:crypto';
import type { Ids } from './ids.js';
import type { Channel, State, Team } from './state.js';

export type TeamOptions = {
  readonly id?: string;
  readonly name?: string;
  readonly scopes?: readonly string[];
  /** Whether the app is already in it. */
  readonly installed?: boolean;
};

function newToken(teamId: string): string {
  return `xoxb-${teamId}-${randomUUID()}`;
}

/** The app is out of the workspace; who installs it again is given another token. */
export function uninstallFrom(team: Team): void {
  team.installed = false;
  team.botToken = newToken(team.id);
}

/** A new workspace with one channel that everyone and the bot are in. */
export function addTeam(state: State, ids: Ids, scopes: readonly string[], options: TeamOptions): Team {
  const { id = ids('T'), installed = true } = options;
  const name = options.name ?? `Team ${id}`;
  const team: Team = {
    id,
    name,
    domain: name.toLowerCase().replaceAll(/\W+/g, '-'),
    botToken: newToken(id),
    botUserId: ids('U'),
    botId: ids('B'),
    scopes: new Set(options.scopes ?? scopes),
    installed,
    problem: null,
  };
  state.teams.set(id, team);
  state.addChannel({ id: ids('C'), teamId: id, name: 'general' });
  return team;
}

/** The channel that the workspace began with. */
export function firstChannelOf(state: State, teamId: string): Channel {
  const found = [...state.channels.values()].find((channel) => channel.teamId === teamId && channel.owner === null);
  if (found === undefined) throw new Error(`no channel in ${teamId}`);
  return found;
}
