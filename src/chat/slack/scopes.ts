/** What the bot must be allowed in a workspace, least first, each with what needs it. */
export const NEEDED_SCOPES = [
  'commands', // slash commands and the message menu
  'chat:write', // answers, daily messages
  'im:write', // opening a direct message
  'im:history', // questions in a direct message
  'app_mentions:read', // questions in a channel
  'users:read', // language and time zone
  'files:read', // notes sent with a form
  'files:write', // what is too long for messages
] as const;

/** What it does without where a workspace does not give it: then a question in a thread needs a mention each time. */
const THREAD_SCOPES = [
  'channels:history', // questions that go on in a thread
  'groups:history', // the same in private channels
] as const;

/** Asked for by the manifest and at an installation. */
export const SCOPES = [...NEEDED_SCOPES, ...THREAD_SCOPES] as const;
