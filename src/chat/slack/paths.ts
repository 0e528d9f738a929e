/** Where Slack reaches this program: Bolt's own paths. */
export const PATHS = {
  /** All of them begin with it. */
  root: '/slack/',
  events: '/slack/events',
  install: '/slack/install',
  redirect: '/slack/oauth_redirect',
} as const;
