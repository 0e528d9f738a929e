import fc from 'fast-check';
import { MORE_WORDS, NEW_CONCEPTS, NEW_HEADINGS, NEW_SENTENCES } from './decks.js';
import type { Block, Notes } from './model.js';

export const EDITS = [
  'typo in the definition',
  'typo in the term',
  'add words',
  'drop words',
  'replace words',
  'swap bullets',
  'move bullet',
  'move section',
  'rename heading',
  'drop heading',
  'split bullet',
  'merge bullets',
  'delete',
  'insert',
  'replace by another concept',
  'replace the term',
  'line ends',
  'bullet marks',
  'wrap',
] as const;

/** One edit. The numbers pick a place and what is done there; each is read modulo what there is. */
export type Edit = {
  readonly edit: (typeof EDITS)[number];
  readonly at: number;
  readonly pick: number;
  readonly n: number;
};

export const anEdit: fc.Arbitrary<Edit> = fc.record({
  edit: fc.constantFrom(...EDITS),
  at: fc.nat(10_000),
  pick: fc.nat(10_000),
  n: fc.nat(10_000),
});

/** `**Term** => definition`, `**Term**: definition`, `` `code` - what it does ``; `null` for a plain sentence. */
function termOf(text: string): { readonly open: string; readonly term: string; readonly rest: string } | null {
  const match = /^(\*\*|`)(.+?)(\*\*|`)(.*)$/.exec(text);
  return match ? { open: match[1] ?? '', term: match[2] ?? '', rest: match[4] ?? '' } : null;
}

function withTerm(text: string, change: (term: string) => string): string {
  const found = termOf(text);
  return found ? `${found.open}${change(found.term)}${found.open}${found.rest}` : text;
}

/** The words after the term and its separator, changed; a plain sentence as a whole. */
function withDefinition(text: string, change: (words: readonly string[]) => readonly string[]): string {
  const found = termOf(text);
  const separator = found ? (/^\s*(?:=>|:|-)?\s*/.exec(found.rest)?.[0] ?? '') : '';
  const head = found ? `${found.open}${found.term}${found.open}${separator}` : '';
  const body = found ? found.rest.slice(separator.length) : text;
  return head + change(body.split(' ')).join(' ');
}

/** Two neighbours change places, one is lost, or one comes twice. */
function slip(word: string, pick: number, n: number): string {
  const letters = [...word];
  const spots = letters.flatMap((letter, index) =>
    index > 0 && index + 1 < letters.length && /\p{L}/u.test(letter) && /\p{L}/u.test(letters[index + 1] ?? '')
      ? [index]
      : [],
  );
  const at = spots[pick % Math.max(1, spots.length)];
  if (at === undefined || letters.length < 5) return word;
  if (n % 3 === 0) letters.splice(at, 2, letters[at + 1] ?? '', letters[at] ?? '');
  if (n % 3 === 1) letters.splice(at, 1);
  if (n % 3 === 2) letters.splice(at, 0, letters[at] ?? '');
  return letters.join('');
}

function replaceAt<T>(items: readonly T[], at: number, ...by: readonly T[]): readonly T[] {
  return [...items.slice(0, at), ...by, ...items.slice(at + 1)];
}

function indicesOf(blocks: readonly Block[], kind: Block['kind']): readonly number[] {
  return blocks.flatMap((block, index) => (block.kind === kind ? [index] : []));
}

/** From a heading to before the next one of its level or a higher one. The title is no section. */
function sectionsOf(blocks: readonly Block[]): readonly { readonly start: number; readonly end: number }[] {
  return indicesOf(blocks, 'heading')
    .filter((index) => index > 0)
    .map((start) => {
      const level = blocks[start]?.level ?? 1;
      const next = blocks.findIndex(
        (block, index) => index > start && block.kind === 'heading' && block.level <= level,
      );
      return { start, end: next < 0 ? blocks.length : next };
    });
}

type Language = 'es' | 'en';

function changeText(block: Block, { edit, pick, n }: Edit, language: Language): string {
  const more = MORE_WORDS[language];
  const another = more[pick % more.length] ?? '';
  switch (edit) {
    case 'typo in the definition':
      return withDefinition(block.text, (words) =>
        replaceAt(words, pick % words.length, slip(words[pick % words.length] ?? '', n, pick)),
      );
    case 'typo in the term':
      return withTerm(block.text, (term) => {
        const words = term.split(' ');
        return replaceAt(words, pick % words.length, slip(words[pick % words.length] ?? '', n, pick)).join(' ');
      });
    case 'add words':
      return withDefinition(block.text, (words) =>
        Array.from({ length: 1 + (n % 4) }).reduce<readonly string[]>((text, _, index) => {
          const at = 1 + ((pick + index * 3) % text.length);
          return [...text.slice(0, at), more[(pick + index) % more.length] ?? '', ...text.slice(at)];
        }, words),
      );
    case 'drop words':
      return withDefinition(block.text, (words) => {
        const count = Math.min(words.length - 1, 1 + (n % Math.ceil(words.length / 2)));
        const start = pick % (words.length - count + 1);
        return [...words.slice(0, start), ...words.slice(start + count)];
      });
    case 'replace words':
      return withDefinition(block.text, (words) => replaceAt(words, pick % words.length, another));
    default:
      return block.text;
  }
}

function split(block: Block, pick: number): readonly Block[] {
  const sentences = block.text.split(/(?<=[.;]) (?=\p{L})/u);
  if (sentences.length > 1) {
    const at = 1 + (pick % (sentences.length - 1));
    return [
      { ...block, text: sentences.slice(0, at).join(' ') },
      { ...block, text: sentences.slice(at).join(' ') },
    ];
  }
  const comma = block.text.indexOf(', ');
  if (comma < 12 || comma > block.text.length - 12) return [block];
  const rest = block.text.slice(comma + 2);
  return [
    { ...block, text: block.text.slice(0, comma) },
    { ...block, text: rest.charAt(0).toUpperCase() + rest.slice(1) },
  ];
}

function changeBlocks(blocks: readonly Block[], edit: Edit, language: Language): readonly Block[] {
  const { at, pick, n } = edit;
  const bullets = indicesOf(blocks, 'bullet');
  const index = bullets[at % Math.max(1, bullets.length)];
  const block = index === undefined ? undefined : blocks[index];
  const sections = sectionsOf(blocks);
  const section = sections[at % Math.max(1, sections.length)];
  const concepts = NEW_CONCEPTS[language];
  const [term = '', definition = ''] = concepts[pick % concepts.length] ?? [];
  const sentences = NEW_SENTENCES[language];
  const text = n % 2 === 0 ? `**${term}**: ${definition}` : (sentences[pick % sentences.length] ?? '');
  const fresh: Block = { kind: 'bullet', from: [], level: 0, text };
  if (index === undefined || block === undefined || section === undefined) return blocks;
  const heading = blocks[section.start];
  switch (edit.edit) {
    case 'swap bullets': {
      const next = blocks[index + 1];
      return next?.kind === 'bullet' ? [...blocks.slice(0, index), next, block, ...blocks.slice(index + 2)] : blocks;
    }
    case 'move bullet': {
      const rest = blocks.filter((_, other) => other !== index);
      const to = 1 + (pick % rest.length);
      return [...rest.slice(0, to), block, ...rest.slice(to)];
    }
    case 'move section': {
      const moved = blocks.slice(section.start, section.end);
      const rest = [...blocks.slice(0, section.start), ...blocks.slice(section.end)];
      const places = indicesOf(rest, 'heading').filter((place) => place > 0);
      const to = places[pick % Math.max(1, places.length)] ?? rest.length;
      return [...rest.slice(0, to), ...moved, ...rest.slice(to)];
    }
    case 'rename heading': {
      const names = NEW_HEADINGS[language];
      const words = (heading?.text ?? '').split(' ');
      const slipped = replaceAt(words, pick % words.length, slip(words[pick % words.length] ?? '', n, pick)).join(' ');
      const name = [names[pick % names.length] ?? '', `${heading?.text} (2)`, slipped][n % 3] ?? '';
      return heading ? replaceAt(blocks, section.start, { ...heading, text: name }) : blocks;
    }
    case 'drop heading':
      return replaceAt(blocks, section.start);
    case 'split bullet':
      return replaceAt(blocks, index, ...split(block, pick));
    case 'merge bullets': {
      const next = blocks[index + 1];
      if (next?.kind !== 'bullet') return blocks;
      const both = `${block.text.replace(/[.;]?$/, '.')} ${next.text}`;
      const merged = { ...block, from: [...block.from, ...next.from], text: both };
      return [...blocks.slice(0, index), merged, ...blocks.slice(index + 2)];
    }
    case 'delete':
      return replaceAt(blocks, index);
    case 'insert':
      return replaceAt(blocks, index, block, fresh);
    case 'replace by another concept':
      return replaceAt(blocks, index, fresh);
    case 'replace the term': {
      const renamed = withTerm(block.text, () => term);
      return renamed === block.text
        ? blocks
        : replaceAt(blocks, index, { ...block, text: renamed, isRetargeted: true });
    }
    default:
      return replaceAt(blocks, index, { ...block, text: changeText(block, edit, language) });
  }
}

/** Carries out an edit; one that finds nothing to work on leaves the notes as they are. */
export function applyEdit({ blocks, layout }: Notes, edit: Edit, language: Language): Notes {
  switch (edit.edit) {
    case 'line ends':
      return { blocks, layout: { ...layout, lineEnd: layout.lineEnd === '\n' ? '\r\n' : '\n' } };
    case 'bullet marks':
      return { blocks, layout: { ...layout, marker: layout.marker === '*' ? '-' : '*' } };
    case 'wrap':
      return { blocks, layout: { ...layout, wrapAt: [0, 40, 72, 100][edit.pick % 4] ?? 0 } };
    default:
      return { blocks: changeBlocks(blocks, edit, language), layout };
  }
}
