import type { Card } from '../core/card.js';
import { cardId, type DeckId, type PassageId, passageId } from '../core/ids.js';
import type { Language } from '../core/language.js';
import type { AnyEntry, Entry, OtherEntry } from './entries.js';
import { type NounUse, nounUseOf } from './grammar/nouns.js';
import { refusalOf } from './guards.js';
import { shortHash, uniqueHashes } from './ids.js';
import { languageOf } from './language-of.js';
import type { Section } from './outline.js';
import type { Passages } from './passages.js';
import { type Problem, skippedAt } from './problem.js';
import { RULES } from './rules/index.js';
import { type DeckContext, type Draft, isSkipped, type Place, type Skipped } from './rules/rule.js';
import { escapeLineStart, fold, tidy } from './text.js';
import { isQuestion, lowerQuestion, topicOf, topicPrefix } from './topic.js';

export type CardsInput = {
  readonly deckId: DeckId;
  readonly deckName: string;
  readonly file: string;
  readonly text: string;
  readonly language: Language;
  readonly tags: readonly string[];
  readonly sections: readonly { readonly section: Section; readonly entries: readonly AnyEntry[] }[];
  readonly passages: Passages;
};

export type Cards = { readonly list: readonly Card[]; readonly problems: readonly Problem[] };

/** A draft that passed, with where it came from. */
type Kept = { readonly draft: Draft; readonly place: Place };

const NO_RULE: Skipped = { skipped: 'no-fact', message: 'no fact was found that makes sense alone' };

const OTHER_REASONS: Readonly<Record<OtherEntry['what'], Skipped>> = {
  code: { skipped: 'code-without-purpose', message: 'code without a sentence that says what it is for' },
  html: { skipped: 'html', message: 'raw HTML is not read' },
  definition: { skipped: 'link-target', message: 'a link target is not a fact' },
  footnote: { skipped: 'footnote', message: 'footnotes are not read' },
};

function isText(entry: AnyEntry): entry is Entry {
  return entry.kind === 'item' || entry.kind === 'paragraph';
}

/** All prose of the notes, without code: what shows how their nouns are used. */
function proseOf({ sections }: CardsInput): string {
  const lines = sections.flatMap(({ section, entries }) => [
    section.title,
    ...entries.filter(isText).map((entry) => entry.inline.text.replace(/`[^`]*`/gu, '`')),
  ]);
  return lines.join('\n');
}

function placesOf(input: CardsInput, use: NounUse): readonly (Place | OtherEntry)[] {
  const deck: DeckContext = { name: input.deckName, language: input.language, use };
  return input.sections.flatMap(({ section, entries }): (Place | OtherEntry)[] => {
    const texts = entries.filter(isText);
    const language = languageOf([section.title, ...texts.map((entry) => entry.inline.text)].join(' '), input.language);
    const around = { section, language, deck, topic: topicOf(section, input.deckName, language, use) };
    const inside = entries.map((entry): Place | OtherEntry => {
      if (entry.kind === 'other') return entry;
      if (entry.kind === 'table') return { kind: 'table', entry, ...around };
      return { kind: 'entry', entry, ...around };
    });
    return [{ kind: 'section', entries: texts, ...around }, ...inside];
  });
}

/** The first rule whose business it is decides. */
function applyRules(place: Place): readonly Draft[] | Skipped | null {
  for (const rule of RULES) {
    const result = rule(place);
    if (result !== null) return result;
  }
  return null;
}

function lineOf(place: Place): number {
  if (place.kind === 'section') return place.section.line;
  return place.kind === 'table' ? (place.entry.table.position?.start.line ?? 1) : place.entry.inline.line;
}

/** `**Heading**: what …`: the same question under another heading, told apart by that heading. */
function underHeading(draft: Draft, place: Place): Draft {
  const stem = topicPrefix(place.topic);
  return { ...draft, front: stem + lowerQuestion(draft.front) };
}

function questionKey(front: string): string {
  return tidy(fold(front).replace(/[^\p{L}\p{N}…]+/gu, ' '));
}

type Asked = ReadonlyMap<string, Draft>;

/** The first wording of a draft that is a good card and is not asked already. */
function wordingOf(draft: Draft, place: Place, asked: Asked): Draft | Skipped {
  const wordings = [draft, underHeading(draft, place), ...(draft.otherwise ?? [])];
  let reason: Skipped | null = null;
  for (const [index, wording] of wordings.entries()) {
    if (index === 1 && (reason?.skipped !== 'asked-already' || wording.front.includes(`**${place.topic.name}**?`)))
      continue;
    const refused = refusalOf(wording, place.section.path, place.language);
    const answer = asked.get(questionKey(wording.front));
    if (!refused && answer === undefined) return wording;
    if (answer?.isAuthored && !draft.isAuthored) {
      return { skipped: 'asked-already', message: 'a card that you wrote asks the same' };
    }
    if (answer?.back === wording.back)
      return { skipped: 'duplicate', message: 'the same card comes from an earlier line' };
    reason ??= refused ?? { skipped: 'asked-already', message: 'the same question has another answer already' };
  }
  return reason ?? NO_RULE;
}

/** What the author wrote as a card, then headings that ask for a thing, have the first right to its plain question. */
function seniority({ draft, place }: Kept): number {
  if (draft.isAuthored) return 0;
  return isQuestion(place.section.title) ? 1 : 2;
}

function keep(drafted: readonly Kept[], skip: (place: Place, line: number, why: Skipped) => void): readonly Kept[] {
  const asked = new Map<string, Draft>();
  const wording = new Map<Kept, Draft>();
  const order = [...drafted].sort((a, b) => seniority(a) - seniority(b));
  for (const kept of order) {
    const chosen = wordingOf(kept.draft, kept.place, asked);
    if ('skipped' in chosen) {
      skip(kept.place, kept.draft.line, chosen);
      continue;
    }
    asked.set(questionKey(chosen.front), chosen);
    wording.set(kept, chosen);
  }
  return drafted.flatMap((kept) => {
    const draft = wording.get(kept);
    return draft ? [{ draft, place: kept.place }] : [];
  });
}

/** Identity by meaning: the deck, the concept and the fact, folded, so that neither lines nor neighbours matter. */
function identity(deck: DeckId, { concept, fact, facet }: Draft): readonly string[] {
  return [deck, ...[concept, fact, facet].map((part) => tidy(fold(part)))];
}

/** Every card that the notes give, in their order, and every line that gives none with its reason. */
export function cardsOf(input: CardsInput): Cards {
  const skipped = new Map<number, Skipped>();
  const carded = new Set<number>();
  const drafted: Kept[] = [];
  for (const place of placesOf(input, nounUseOf(proseOf(input)))) {
    if (place.kind === 'other') {
      skipped.set(place.line, OTHER_REASONS[place.what]);
      continue;
    }
    const result = applyRules(place);
    if (result === null || isSkipped(result)) {
      if (place.kind !== 'section') skipped.set(lineOf(place), result ?? NO_RULE);
      continue;
    }
    for (const draft of result) drafted.push({ draft, place });
  }
  const kept = keep(drafted, (_place, line, why) => {
    if (!skipped.has(line)) skipped.set(line, why);
  });
  const nextId = uniqueHashes();
  const list = kept.map(({ draft, place }): Card => {
    carded.add(draft.line);
    return {
      id: cardId(nextId(identity(input.deckId, draft))),
      kind: draft.kind,
      front: escapeLineStart(draft.front),
      back: draft.back.includes('\n') ? draft.back : escapeLineStart(draft.back),
      context: place.section.path,
      source: { file: input.file, line: draft.line },
      tags: input.tags,
      passageId: passageOf(place, input),
    };
  });
  const problems = [...skipped]
    .filter(([line]) => !carded.has(line))
    .sort(([a], [b]) => a - b)
    .map(([line, { skipped: code, message }]) => skippedAt(input.file, line, code, message));
  return { list, problems };
}

function passageOf(place: Place, { passages, file }: CardsInput): PassageId {
  const term = place.kind === 'entry' ? passages.ofEntry.get(place.entry) : undefined;
  return term ?? passages.ofSection.get(place.section) ?? passageId(shortHash([file, ...place.section.path]));
}
