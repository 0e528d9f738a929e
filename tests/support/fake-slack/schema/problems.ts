import type { z } from 'zod';
import { type MessageBlock, messageBlock } from './blocks.js';
import { interactivesOf } from './interactive.js';

type Path = readonly PropertyKey[];

/** One of Slack's `response_metadata.messages`. */
export function complaint(message: string, path: Path): string {
  return `[ERROR] ${message} [json-pointer:/${path.map(String).join('/')}]`;
}

function complaints(issue: z.core.$ZodIssue, root: Path): readonly string[] {
  const path = [...root, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => complaint(`invalid additional property: ${key}`, path));
  }
  if (issue.code === 'invalid_union') {
    const known = issue.errors.flat().flatMap((inner) => complaints(inner, path));
    return [complaint('failed to match all allowed schemas', path), ...known];
  }
  return [complaint(issue.message, path)];
}

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: string[] };

/** The value by the schema, or what is wrong with it, each with its place below `root`. */
export function check<S extends z.ZodType>(schema: S, value: unknown, root: Path): Checked<z.infer<S>> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return { ok: true, value: parsed.data };
  return { ok: false, problems: parsed.error.issues.flatMap((issue) => [...complaints(issue, root)]) };
}

function repeated(ids: readonly { id: string; path: Path }[]): readonly { id: string; path: Path }[] {
  return ids.filter(({ id }, index) => ids.findIndex((other) => other.id === id) !== index);
}

/** Ids that stand twice in one message or view, and more than one element that wants the focus. */
export function repetitions(blocks: readonly MessageBlock[], root: Path): readonly string[] {
  const found = interactivesOf(blocks);
  const blockIds = blocks.flatMap(({ block_id }, index) =>
    block_id === undefined ? [] : [{ id: block_id, path: [...root, index, 'block_id'] }],
  );
  const actionIds = found.flatMap(({ element, path }) =>
    element.action_id === undefined ? [] : [{ id: element.action_id, path: [...root, ...path, 'action_id'] }],
  );
  const focused = found.filter(({ element }) => 'focus_on_load' in element && element.focus_on_load === true);
  return [
    ...repeated(blockIds).map(({ id, path }) => complaint(`\`block_id\` ${id} already exists`, path)),
    ...repeated(actionIds).map(({ id, path }) => complaint(`\`action_id\` ${id} already exists`, path)),
    ...focused.slice(1).map(({ path }) => complaint('only one element can have focus_on_load', [...root, ...path])),
  ];
}

/** Markdown has one budget for the whole message, and tables come alone. */
function wholes(blocks: readonly MessageBlock[], root: Path): readonly string[] {
  const markdown = blocks.reduce((sum, block) => sum + (block.type === 'markdown' ? block.text.length : 0), 0);
  const tables = blocks.filter(({ type }) => type === 'table').length;
  return [
    ...(markdown > 12_000 ? [complaint('markdown blocks must be less than 12001 characters together', root)] : []),
    ...(tables > 1 ? [complaint('only one table allowed', root)] : []),
  ];
}

/** The blocks of a message, each by its schema and all of them together. */
export function checkMessageBlocks(value: unknown): Checked<MessageBlock[]> {
  const checked = check(messageBlock.array().max(50, 'no more than 50 items allowed'), value, ['blocks']);
  if (!checked.ok) return checked;
  const problems = [...repetitions(checked.value, ['blocks']), ...wholes(checked.value, ['blocks'])];
  return problems.length === 0 ? checked : { ok: false, problems };
}
