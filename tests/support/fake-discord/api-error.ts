/** One thing that is wrong with a body, where it is wrong. */
export type Problem = { readonly path: readonly (string | number)[]; readonly code: string; readonly message: string };

/** Numbers and words of https://docs.discord.com/developers/topics/opcodes-and-status-codes#json */
const KNOWN = {
  unauthorized: [401, 0, '401: Unauthorized'],
  notFound: [404, 0, '404: Not Found'],
  unknownChannel: [404, 10_003, 'Unknown Channel'],
  unknownGuild: [404, 10_004, 'Unknown Guild'],
  unknownMember: [404, 10_007, 'Unknown Member'],
  unknownMessage: [404, 10_008, 'Unknown Message'],
  unknownUser: [404, 10_013, 'Unknown User'],
  unknownWebhook: [404, 10_015, 'Unknown Webhook'],
  unknownInteraction: [404, 10_062, 'Unknown interaction'],
  unknownCommand: [404, 10_063, 'Unknown application command'],
  alreadyAcknowledged: [400, 40_060, 'Interaction has already been acknowledged.'],
  missingAccess: [403, 50_001, 'Missing Access'],
  notYours: [403, 50_005, 'Cannot edit a message authored by another user'],
  emptyMessage: [400, 50_006, 'Cannot send an empty message'],
  closedToMessages: [403, 50_007, 'Cannot send messages to this user'],
  missingPermissions: [403, 50_013, 'Missing Permissions'],
  invalidToken: [401, 50_027, 'Invalid Webhook Token'],
  invalidRecipient: [400, 50_033, 'Invalid Recipient(s)'],
  invalidBody: [400, 50_035, 'Invalid Form Body'],
  nothingInCommon: [403, 50_278, 'Cannot send messages to this user due to having no mutual guilds'],
  noHistory: [403, 160_002, 'Cannot reply without permission to read message history'],
} as const satisfies Record<string, readonly [status: number, code: number, message: string]>;

/** An answer of the platform that is no success. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];

  constructor(name: keyof typeof KNOWN, problems: readonly Problem[] = []) {
    const [status, code, message] = KNOWN[name];
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
  }
}

type Nested = { _errors?: { code: string; message: string }[]; [key: string]: unknown };

function isNested(value: unknown): value is Nested {
  return typeof value === 'object' && value !== null;
}

/** Discord's form of it: an object as deep as the body, `_errors` at each wrong place. */
export function nestProblems(problems: readonly Problem[]): object {
  const root: Nested = {};
  for (const { path, code, message } of problems) {
    let place: Nested = root;
    for (const step of path) {
      const next = place[step];
      const deeper: Nested = isNested(next) ? next : {};
      place[step] = deeper;
      place = deeper;
    }
    place._errors = [...(place._errors ?? []), { code, message }];
  }
  return root;
}
