import type { Passage } from '../../core/card.js';
import { uniqueHashes } from '../../core/hash.js';
import { type PassageId, passageId } from '../../core/ids.js';
import type { Language } from '../../core/language.js';
import { languageOf } from '../../language/language-of.js';
import { plainMarkdown, withoutEmoji } from '../../language/text.js';
import type { Entry } from '../read/entries.js';
import type { Section } from '../read/outline.js';
import { entryTerm } from './entry-term.js';
import { termNames } from './terms.js';

export type PassageInput = {
  readonly file: string;
  readonly text: string;
  readonly deckName: string;
  readonly language: Language;
  /** Other names from the front matter; they belong to the first section. */
  readonly aliases: readonly string[];
  /** Where the notes can be read, or `null`. */
  readonly base: string | null;
  readonly sections: readonly { readonly section: Section; readonly entries: readonly Entry[] }[];
};

export type Passages = {
  readonly list: readonly Passage[];
  readonly ofSection: ReadonlyMap<Section, PassageId>;
  readonly ofEntry: ReadonlyMap<Entry, PassageId>;
};

/** The section's own words as they stand in the notes, without what belongs to sections below it. */
function bodyOf(section: Section, text: string): string {
  const start = section.blocks[0]?.position?.start.offset;
  const end = section.blocks.at(-1)?.position?.end.offset;
  if (start === undefined || end === undefined) return '';
  return text.slice(start, end).replace(/\r\n?/g, '\n').trim();
}

function bulletsUnder(entry: Entry, depth = 0): string {
  return entry.children
    .map((child) => `\n${'  '.repeat(depth)}- ${child.inline.text}${bulletsUnder(child, depth + 1)}`)
    .join('');
}

/** The address of a line: a folder's has the file put behind it, and what names a place of its own stays as it is. */
function addressOf(base: string | null, file: string, line: number): { readonly url?: string } {
  if (base === null) return {};
  const path = file.split(/[\\/]/).map(encodeURIComponent).join('/');
  const page = base.endsWith('/') ? `${base}${path}` : base;
  return { url: page.includes('#') ? page : `${page}#L${line}` };
}

/**
 * What the notes can answer with: one passage a section, then one for each term that it defines. A section that holds
 * only other sections has an empty body.
 */
export function passagesOf(input: PassageInput): Passages {
  const { file, text, deckName, language } = input;
  const nextId = uniqueHashes();
  const list: Passage[] = [];
  const ofSection = new Map<Section, PassageId>();
  const ofEntry = new Map<Entry, PassageId>();
  for (const [index, { section, entries }] of input.sections.entries()) {
    const headings = section.path.length > 0 ? section.path : [deckName];
    const body = bodyOf(section, text);
    const sectionLanguage = languageOf(`${section.title} ${body}`, language);
    const id = passageId(nextId([file, ...headings]));
    const shared = { sectionId: id, headings, language: sectionLanguage } as const;
    const source = { file, line: section.line };
    const aliases = index === 0 ? input.aliases : [];
    list.push({
      id,
      kind: 'section',
      title: section.title,
      aliases,
      body,
      source,
      ...addressOf(input.base, file, section.line),
      ...shared,
    });
    ofSection.set(section, id);
    for (const entry of entries) {
      const defined = entryTerm(entry);
      if (!defined) continue;
      const names = termNames(plainMarkdown(defined.term));
      const termId = passageId(nextId([file, ...headings, '', defined.term]));
      ofEntry.set(entry, termId);
      list.push({
        id: termId,
        kind: 'term',
        title: withoutEmoji(names.name),
        aliases: names.aliases,
        body: `${defined.definition}${bulletsUnder(entry)}`,
        source: { file, line: entry.inline.line },
        ...addressOf(input.base, file, entry.inline.line),
        ...shared,
      });
    }
  }
  return { list, ofSection, ofEntry };
}
