import { parseArgs } from 'node:util';

export const CLIENTS = ['discord', 'slack-socket', 'slack-http'] as const;
const LOOKUP = 'lookup';
export type ClientName = (typeof CLIENTS)[number];

export type Arguments = {
  /** Timed round trips of each kind and side, after `warmUp` that are thrown away. */
  readonly samples: number;
  readonly warmUp: number;
  /** Commands sent at once, each by another learner. */
  readonly burst: number;
  readonly clients: readonly ClientName[];
  /** Whether the lookup is measured by itself, beside other search engines. */
  readonly lookup: boolean;
  readonly json: boolean;
  /** Whether a missed target is an error. */
  readonly check: boolean;
  /** Folder for CPU profiles of the program; `null` for none. */
  readonly profile: string | null;
};

const OPTIONS = {
  samples: { type: 'string', default: '400' },
  'warm-up': { type: 'string', default: '100' },
  burst: { type: 'string', default: '500' },
  only: { type: 'string', multiple: true },
  json: { type: 'boolean', default: false },
  check: { type: 'boolean', default: false },
  profile: { type: 'string' },
} as const;

function numberOf(name: string, text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new RangeError(`--${name} is a whole number, not ${text}`);
  return Number(text);
}

/** Throws for an option that is unknown or makes no sense. */
export function readArguments(given: readonly string[]): Arguments {
  const { values } = parseArgs({ args: [...given], options: OPTIONS });
  const only = values.only ?? [...CLIENTS, LOOKUP];
  const clients = CLIENTS.filter((name) => only.includes(name));
  const lookup = only.includes(LOOKUP);
  if (clients.length === 0 && !lookup) throw new RangeError(`--only is one of ${[...CLIENTS, LOOKUP].join(', ')}`);
  return {
    samples: numberOf('samples', values.samples),
    warmUp: numberOf('warm-up', values['warm-up']),
    burst: numberOf('burst', values.burst),
    clients,
    lookup,
    json: values.json,
    check: values.check,
    profile: values.profile ?? null,
  };
}
