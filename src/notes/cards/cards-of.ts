import { type Card, SURE_ENOUGH } from '../../core/card.js';
import { shortHash, uniqueHashes } from '../../core/hash.js';
import { cardId, type DeckId, type PassageId, passageId } from '../../core/ids.js';
import { type Problem, skippedAt } from '../../core/problem.js';
import type { Grammar } from '../../language/grammar.js';
import { escapeLineStart, fold, tidy } from '../../language/text.js';
import type { OtherEntry } from '../read/entries.js';
import { keepGood } from './choose-drafts.js';
import { draftsOf } from './draft-cards.js';
import { toldTogether } from './foreign-lines.js';
import type { NoteLanguages } from './note-languages.js';
import type { Passages } from './passages.js';
import { lineOf, placesOf, type SectionEntries } from './places.js';
import type { CardDraft, NotePlace, Skipped } from './rule.js';

export type CardsInput = {
  readonly deckId: DeckId;
  readonly deckName: string;
  readonly file: string;
  readonly grammar: Grammar;
  readonly languages: NoteLanguages;
  readonly tags: readonly string[];
  readonly sections: readonly SectionEntries[];
  readonly passages: Passages;
};

export type Cards = {
  readonly sure: readonly Card[];
  readonly doubtful: readonly Card[];
  readonly problems: readonly Problem[];
};

const OTHER_REASONS: Readonly<Record<OtherEntry['what'], Skipped>> = {
  html: { skipped: 'html' },
  definition: { skipped: 'link-target' },
  footnote: { skipped: 'footnote' },
};

function isPlace(place: NotePlace | OtherEntry): place is NotePlace {
  return place.kind !== 'other';
}

/** Identity by meaning: the deck, the concept and the fact, folded, so that neither lines nor neighbours matter. */
function identity(deck: DeckId, { concept, fact, facet }: CardDraft): readonly string[] {
  return [deck, ...[concept, fact, facet].map((part) => tidy(fold(part)))];
}

function passageOf(place: NotePlace, { passages, file }: CardsInput): PassageId {
  const term = place.kind === 'entry' ? passages.ofEntry.get(place.entry) : undefined;
  return term ?? passages.ofSection.get(place.section) ?? passageId(shortHash([file, ...place.section.path]));
}

function cardOf(draft: CardDraft, place: NotePlace, id: string, input: CardsInput): Card {
  const { kind, front, back, hint, choices, line, doubt } = draft;
  return {
    id: cardId(id),
    kind,
    front: escapeLineStart(front),
    back: back.includes('\n') ? back : escapeLineStart(back),
    context: place.section.path,
    ...(hint === undefined ? {} : { hint }),
    ...(choices === undefined ? {} : { choices }),
    source: { file: input.file, line },
    tags: input.tags,
    passageId: passageOf(place, input),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** Every card that the notes give, in their order, sure ones and doubtful ones apart, and every line that gives none with its reason. */
export function cardsOf(input: CardsInput): Cards {
  const places = placesOf(input.sections, input.deckName, input.grammar, input.languages.of);
  const { drafted, refused } = draftsOf(places.filter(isPlace));
  const { kept, skipped, joined } = keepGood(drafted);
  const reasons = new Map(skipped);
  for (const { place, why } of refused) if (!reasons.has(lineOf(place))) reasons.set(lineOf(place), why);
  for (const place of places) if (!isPlace(place)) reasons.set(place.line, OTHER_REASONS[place.what]);
  const nextId = uniqueHashes();
  const list = kept.map(({ draft, place }) => cardOf(draft, place, nextId(identity(input.deckId, draft)), input));
  const carded = new Set([...joined, ...kept.map(({ draft }) => draft.line)]);
  const problems = [...reasons]
    .filter(([line]) => !carded.has(line))
    .sort(([a], [b]) => a - b)
    .map(([line, { skipped: code }]) => skippedAt(input.file, line, code));
  const isSure = ({ doubt }: Card) => doubt === undefined || doubt.score >= SURE_ENOUGH;
  return {
    sure: list.filter(isSure),
    doubtful: list.filter((card) => !isSure(card)),
    problems: toldTogether(problems, input.sections, input.languages),
  };
}
