import { toString as plainText } from 'mdast-util-to-string';
import { isLanguage } from '../../core/language.js';
import { languageOf } from '../../language/language-of.js';
import { isPlainlyOurs, type ToldLanguage, wordsOfProse } from '../../language/told-language.js';
import { type AnyEntry, isTextEntry } from '../read/entries.js';
import type { Section } from '../read/outline.js';

type SectionEntries = { readonly section: Section; readonly entries: readonly AnyEntry[] };

/** In which languages notes are, by two letters of BCP 47. */
export type NoteLanguages = {
  /** Of the notes as a whole, where that is one without a grammar. */
  readonly deck: string | null;
  /** Of the sections that go by it: in a foreign language, or in one of ours among notes in a foreign one. */
  readonly of: ReadonlyMap<Section, string>;
};

/** A section of fewer words follows the notes as a whole. */
const LEAST_SECTION_WORDS = 12;
/** Characters of the notes by which they are told as a whole, where no section is. */
const SAMPLE = 4_000;

function wordsIn(entry: AnyEntry): string {
  if (entry.kind === 'table')
    return entry.table.children.flatMap((row) => row.children.map((cell) => plainText(cell))).join(' ');
  if (entry.kind === 'authored') return `${entry.card.front} ${entry.card.back}`;
  return isTextEntry(entry) ? entry.inline.text : '';
}

function proseOf({ section, entries }: SectionEntries): string {
  let prose = section.title;
  for (const entry of entries) {
    if (prose.length > SAMPLE) break;
    prose += ` ${wordsIn(entry)}`;
  }
  return prose;
}

type Weighed = {
  readonly section: Section;
  readonly prose: string;
  readonly words: number;
  readonly isOurs: boolean;
};

function weigh(sections: readonly SectionEntries[]): readonly Weighed[] {
  return sections.map((each) => {
    const prose = proseOf(each);
    return { section: each.section, prose, words: wordsOfProse(prose), isOurs: isPlainlyOurs(prose) };
  });
}

function wholeOf(weighed: readonly Weighed[]): string {
  let whole = '';
  for (const { prose } of weighed) {
    if (whole.length > SAMPLE) break;
    whole += `${prose}\n`;
  }
  return whole;
}

/** Whether a part of the notes that is long enough to be told may be in a language without a grammar. */
export function mayBeForeign(sections: readonly SectionEntries[]): boolean {
  const weighed = weigh(sections);
  return (
    weighed.some(({ words, isOurs }) => words >= LEAST_SECTION_WORDS && !isOurs) || !isPlainlyOurs(wholeOf(weighed))
  );
}

/** What most of the words are in. */
function mostOf(told: ReadonlyMap<Weighed, string>): string | null {
  const words = new Map<string, number>();
  for (const [section, tongue] of told) words.set(tongue, (words.get(tongue) ?? 0) + section.words);
  return [...words].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
}

/**
 * Tells each section that is long enough, and the notes as a whole by most of their words.
 *
 * @param stated what the notes themselves say that they are in
 */
export function noteLanguages(
  sections: readonly SectionEntries[],
  tell: ToldLanguage,
  stated: string | null,
): NoteLanguages {
  const weighed = weigh(sections);
  const told = new Map<Weighed, string>();
  for (const each of weighed) {
    const { prose, words, isOurs } = each;
    const tongue = isOurs ? languageOf(prose, 'en') : words < LEAST_SECTION_WORDS ? null : tell(prose);
    if (tongue !== null) told.set(each, tongue);
  }
  const whole = stated ?? mostOf(told) ?? tell(wholeOf(weighed));
  const deck = whole === null || isLanguage(whole) ? null : whole;
  const of = new Map<Section, string>();
  for (const each of weighed) {
    const tongue = told.get(each) ?? deck;
    // Where nothing is foreign, the small words decide between the languages that have a grammar, as they always did.
    if (tongue !== null && (deck !== null || !isLanguage(tongue))) of.set(each.section, tongue);
  }
  return { deck, of };
}
