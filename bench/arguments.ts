import { parseArgs } from 'node:util';

export const CLIENTS = ['discord', 'slack-socket', 'slack-http'] as const;
export type ClientName = (typeof CLIENTS)[number];
/** What `--only` can name; all of them where it is left out. */
const PARTS = ['parser', 'lookup', 'import', ...CLIENTS] as const;

export type Arguments = {
  /** Timed round trips of each kind and side, after `warmUp` that are thrown away. */
  readonly samples: number;
  readonly warmUp: number;
  /** Commands sent at once, each by another learner. */
  readonly burst: number;
  readonly clients: readonly ClientName[];
  /** Whether reading notes is measured. */
  readonly parser: boolean;
  /** Whether the lookup is measured by itself, beside other search engines. */
  readonly lookup: boolean;
  /** Whether heavy imports are measured by what others notice of them. */
  readonly imports: boolean;
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
  const only = values.only ?? PARTS;
  if (!PARTS.some((name) => only.includes(name))) throw new RangeError(`--only is one of ${PARTS.join(', ')}`);
  return {
    samples: numberOf('samples', values.samples),
    warmUp: numberOf('warm-up', values['warm-up']),
    burst: numberOf('burst', values.burst),
    clients: CLIENTS.filter((name) => only.includes(name)),
    parser: only.includes('parser'),
    lookup: only.includes('lookup'),
    imports: only.includes('import'),
    json: values.json,
    check: values.check,
    profile: values.profile ?? null,
  };
}
