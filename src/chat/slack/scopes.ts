/** What the bot may do in a workspace, each with what needs it: asked for by the manifest and at an installation. */
export const SCOPES = [
  'app_mentions:read', // questions in a channel
  'chat:write', // answers, daily messages
  'commands', // slash commands and the message menu
  'files:read', // notes sent with a form
  'files:write', // what is too long for messages
  'im:history', // questions in a direct message
  'im:write', // opening a direct message
  'users:read', // language and time zone
] as const;
