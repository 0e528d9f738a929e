/**
 * What the bot may do in a workspace, least first, each with what needs it. Asked for by the manifest and at an
 * installation.
 */
export const SCOPES = [
  'commands', // slash commands and the message menu
  'chat:write', // answers, daily messages
  'im:write', // opening a direct message
  'im:history', // questions in a direct message
  'app_mentions:read', // questions in a channel
  'channels:history', // questions that go on in a thread, without a mention
  'groups:history', // the same in private channels
  'users:read', // language and time zone
  'files:read', // notes sent with a form
  'files:write', // what is too long for messages
] as const;
