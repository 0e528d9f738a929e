import { toString as plainText } from 'mdast-util-to-string';
import type { Grammar } from '../../language/grammar.js';
import { grammarFor, grammarIn } from '../../language/grammars.js';
import { nounUseOf } from '../../language/nouns.js';
import { type AnyEntry, type Entry, isTextEntry, type OtherEntry } from '../read/entries.js';
import type { Section } from '../read/outline.js';
import { headingGlossaries } from './heading-glossary.js';
import { labelUseOf } from './label-use.js';
import type { NoteLanguages } from './note-languages.js';
import type { DeckContext, NotePlace } from './rule.js';
import { samplesIn } from './sample-table.js';
import { topicOf } from './topic.js';

export type SectionEntries = { readonly section: Section; readonly entries: readonly AnyEntry[] };

/** All prose of the notes, without code: what shows how their nouns are used. */
function proseOf(sections: readonly SectionEntries[]): string {
  const lines = sections.flatMap(({ section, entries }) => [
    section.title,
    ...entries.filter(isTextEntry).map((entry) => entry.inline.text.replace(/`[^`]*`/gu, '`')),
  ]);
  return lines.join('\n');
}

/** The words of an entry by which its language shows. */
function wordsIn(entry: AnyEntry): string {
  // What stands in the cells may be in a language that the notes teach.
  if (entry.kind === 'table') return entry.table.children[0] ? plainText(entry.table.children[0]) : '';
  return isTextEntry(entry) ? entry.inline.text : '';
}

function placeOf(
  entry: AnyEntry,
  around: Pick<NotePlace, 'section' | 'grammar' | 'deck' | 'topic'>,
): NotePlace | OtherEntry {
  switch (entry.kind) {
    case 'other':
      return entry;
    case 'table':
      return { kind: 'table', entry, ...around };
    case 'code':
      return { kind: 'code', entry, ...around };
    case 'authored':
      return { kind: 'authored', entry, ...around };
    default:
      return { kind: 'entry', entry, ...around };
  }
}

/** Every place of the notes that a rule may look at, in their order: each section as a whole, then what is in it. */
export function placesOf(
  sections: readonly SectionEntries[],
  deckName: string,
  deckGrammar: Grammar,
  languages: NoteLanguages['of'],
): readonly (NotePlace | OtherEntry)[] {
  const deck: DeckContext = {
    name: deckName,
    grammar: deckGrammar,
    use: nounUseOf(proseOf(sections)),
    labels: labelUseOf(sections.flatMap(({ entries }) => entries.filter(isTextEntry))),
    glossaries: headingGlossaries(sections.map(({ section }) => section)),
    samples: samplesIn(sections),
  };
  return sections.flatMap(({ section, entries }): (NotePlace | OtherEntry)[] => {
    const texts = entries.filter(isTextEntry);
    const told = languages.get(section);
    const grammar =
      told === undefined
        ? grammarIn(`${section.title} ${entries.map(wordsIn).join(' ')}`, deckGrammar)
        : grammarFor(told);
    const around = { section, grammar, deck, topic: topicOf(section, deckName, grammar, deck.use) };
    return [{ kind: 'section', entries: texts, ...around }, ...entries.map((entry) => placeOf(entry, around))];
  });
}

/** Line of the notes where a place begins, from 1. */
export function lineOf(place: NotePlace): number {
  switch (place.kind) {
    case 'section':
      return place.section.line;
    case 'table':
      return place.entry.table.position?.start.line ?? 1;
    case 'code':
      return place.entry.line;
    case 'authored':
      return place.entry.card.line;
    default:
      return place.entry.inline.line;
  }
}

export type { Entry };
