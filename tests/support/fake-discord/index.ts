export { type FakeDiscord, type PersonOptions, startFakeDiscord } from './fake-discord.js';
export {
  badGateway,
  connectionReset,
  type Fault,
  hangUp,
  type Matcher,
  rateLimited,
  refusal,
  slowly,
} from './faults.js';
export type { GatewayEntry } from './gateway-entry.js';
export { withoutMarks } from './marks.js';
export type { FakeDiscordOptions, GuildOptions } from './options.js';
export { FakeDiscordPerson } from './person.js';
export type { Guild } from './places.js';
export type { Violation } from './platform.js';
export type { SeenRequest } from './requests.js';
export type { SeenDiscordMessage } from './screen.js';
