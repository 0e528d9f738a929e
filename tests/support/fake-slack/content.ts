import { z } from 'zod';
import { InvalidRequest } from './errors.js';
import { type Json, parseJson } from './json.js';
import { pingsIn, pingsInText } from './pings.js';
import type { MessageBlock } from './schema/blocks.js';
import { type MessageMetadata, messageMetadata } from './schema/metadata.js';
import { check, checkMessageBlocks, complaint } from './schema/problems.js';

/** What a message says. */
export type Content = {
  readonly text: string;
  readonly blocks: readonly MessageBlock[];
  readonly metadata: MessageMetadata | null;
};

const MAX_TEXT = 40_000;

/** `true` and `1` as forms write them. */
export const flag = z.union([
  z.boolean(),
  z.literal(['true', 'false', '1', '0', 1, 0]).transform((v) => /^(true|1)$/.test(`${v}`)),
]);

const fields = z.object({
  text: z.string().optional(),
  blocks: z.unknown().optional(),
  attachments: z.unknown().optional(),
  metadata: z.unknown().optional(),
  link_names: flag.default(false),
  parse: z.string().default('none'),
});

/** A value that a form carries as a string of JSON. */
export function unfolded(value: unknown): unknown {
  return typeof value === 'string' ? parseJson(value) : value;
}

function readBlocks(raw: unknown): readonly MessageBlock[] {
  if (raw === undefined || raw === '') return [];
  const value = unfolded(raw);
  if (!Array.isArray(value))
    throw new InvalidRequest('invalid_blocks_format', [complaint('must be an array', ['blocks'])]);
  const checked = checkMessageBlocks(value);
  if (!checked.ok) throw new InvalidRequest('invalid_blocks', checked.problems);
  return checked.value;
}

function readMetadata(raw: unknown): MessageMetadata | null {
  if (raw === undefined || raw === '') return null;
  const checked = check(messageMetadata, unfolded(raw), ['metadata']);
  if (!checked.ok) throw new InvalidRequest('invalid_metadata_schema', checked.problems);
  return checked.value;
}

/** The content of a message that came in, and what in it pings. Throws `InvalidRequest` for what Slack refuses. */
export function readContent(args: Json): { readonly content: Content; readonly pings: ReturnType<typeof pingsIn> } {
  const checked = check(fields, args, []);
  if (!checked.ok) throw new InvalidRequest('invalid_arguments', checked.problems);
  const { text = '', blocks, attachments, metadata, link_names, parse } = checked.value;
  if (attachments !== undefined) {
    throw new InvalidRequest('invalid_attachments', [complaint('the fake knows no attachments', ['attachments'])]);
  }
  if (text.length > MAX_TEXT) {
    throw new InvalidRequest('msg_too_long', [complaint(`must be less than ${MAX_TEXT + 1} characters`, ['text'])]);
  }
  const content = { text, blocks: readBlocks(blocks), metadata: readMetadata(metadata) };
  if (text === '' && content.blocks.length === 0)
    throw new InvalidRequest('no_text', [complaint('no message text', [])]);
  return {
    content,
    pings: [...pingsInText(text, { linkNames: link_names, parse }), ...pingsIn(content.blocks, 'blocks')],
  };
}
