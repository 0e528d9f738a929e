/**
 * Notes as their author sees them: headings and bullets, each of which stays the same thing through every edit.
 * `from` are the bullets or headings of the first version that this one goes back to; a split leaves two with the same
 * origin, a merge one with both. `[]` for what the author wrote new.
 */
export type Block = {
  readonly kind: 'heading' | 'bullet';
  readonly from: readonly number[];
  /** Of a heading, 1 to 6. */
  readonly level: number;
  /** Without the mark of the heading or the bullet. */
  readonly text: string;
  /** Its term was replaced by another one over the same definition: nobody can tell a correction from a new concept. */
  readonly isRetargeted?: boolean;
};

export type Layout = { readonly marker: '*' | '-'; readonly lineEnd: '\n' | '\r\n'; readonly wrapAt: number };
export type Notes = { readonly blocks: readonly Block[]; readonly layout: Layout };

const PLAIN: Layout = { marker: '*', lineEnd: '\n', wrapAt: 0 };

export function parseNotes(text: string): Notes {
  const blocks: Block[] = [];
  for (const line of text.split('\n')) {
    const heading = /^(#+)\s+(.*)$/.exec(line);
    const bullet = /^[*-]\s+(.*)$/.exec(line);
    const from = [blocks.length];
    if (heading) blocks.push({ kind: 'heading', from, level: heading[1]?.length ?? 1, text: heading[2]?.trim() ?? '' });
    else if (bullet) blocks.push({ kind: 'bullet', from, level: 0, text: bullet[1]?.trim() ?? '' });
    else if (line.trim() !== '') throw new Error(`a line that the model does not know: ${line}`);
  }
  return { blocks, layout: PLAIN };
}

function wrap(text: string, width: number): readonly string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) ?? '';
    // A line that began with a sign would be another bullet.
    if (last !== '' && last.length + word.length > width && /^\p{L}/u.test(word)) lines.push(`  ${word}`);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines;
}

export type Rendered = {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The block that a line, from 1, belongs to. */
  readonly blockAt: (line: number) => Block;
  /** The heading above it. */
  readonly headingAt: (line: number) => Block | null;
};

export function render({ blocks, layout }: Notes): Rendered {
  const lines: string[] = [];
  const owners: Block[] = [];
  const push = (block: Block, some: readonly string[]) => {
    for (const line of some) {
      lines.push(line);
      owners.push(block);
    }
  };
  let before: Block['kind'] | null = null;
  for (const block of blocks) {
    if (block.kind === 'heading')
      push(block, [...(before ? [''] : []), `${'#'.repeat(block.level)} ${block.text}`, '']);
    else {
      const wrapped = layout.wrapAt > 0 ? wrap(block.text, layout.wrapAt) : [block.text];
      push(block, [`${layout.marker} ${wrapped[0]}`, ...wrapped.slice(1)]);
    }
    before = block.kind;
  }
  return {
    text: `${lines.join(layout.lineEnd)}${layout.lineEnd}`,
    blocks,
    blockAt: (line) => {
      const owner = owners[line - 1];
      if (owner === undefined) throw new Error(`nothing stands in line ${line}`);
      return owner;
    },
    headingAt: (line) => owners.slice(0, line - 1).findLast((block) => block.kind === 'heading') ?? null,
  };
}
