import { SURE_ENOUGH } from '../../core/card.js';
import { addTo } from '../../core/collections.js';
import { fold } from '../../language/text.js';
import type { Entry } from '../read/entries.js';
import { refusalOf } from './refusals.js';
import {
  type CardDraft,
  type EntryPlace,
  isSkipped,
  type NotePlace,
  type RuleResult,
  refusal,
  type SectionPlace,
  type Skipped,
} from './rule.js';
import { RULES } from './rules/index.js';
import { type PointList, pointListDraft } from './rules/point-list.js';
import { doubtOf, risk } from './trust.js';

/** A draft with where it came from. */
export type Drafted = { readonly draft: CardDraft; readonly place: NotePlace };
/** A place that gave no draft, with its reason. */
export type SkippedPlace = { readonly place: NotePlace; readonly why: Skipped };
export type DraftedCards = { readonly drafted: readonly Drafted[]; readonly refused: readonly SkippedPlace[] };

const NO_RULE: Skipped = { skipped: 'no-fact' };
/** So many points asked one by one are no answer to one question. */
const FEWEST_ITEMS = 3;
const IN_LIST = refusal('part-of-list');

type Judged = { readonly place: NotePlace; readonly result: RuleResult };

/** The first rule whose business it is decides. */
function applyRules(place: NotePlace): RuleResult {
  for (const rule of RULES) {
    const result = rule(place);
    if (result !== null) return result;
  }
  return null;
}

function draftsIn(result: RuleResult): readonly CardDraft[] {
  return result === null || isSkipped(result) ? [] : result;
}

/** The lists of the notes: what stands right below a heading, below a line that introduces it, inside an item. */
function listsOf(judged: readonly Judged[]): readonly PointList[] {
  const results = new Map<Entry, RuleResult>();
  for (const { place, result } of judged) if (place.kind === 'entry') results.set(place.entry, result);
  const listOf = (anchor: SectionPlace | EntryPlace, entries: readonly Entry[]): PointList[] => {
    const items = entries.filter((entry) => results.has(entry));
    return items.length > 0
      ? [{ anchor, items: items.map((entry) => ({ entry, result: results.get(entry) ?? null })) }]
      : [];
  };
  return judged.flatMap(({ place, result }): PointList[] => {
    if (place.kind === 'entry') return place.entry.children.length > 0 ? listOf(place, place.entry.children) : [];
    if (place.kind !== 'section' || draftsIn(result).length > 0) return [];
    const items = place.entries.filter(
      (entry) => entry.kind === 'item' && entry.parents.length === 0 && entry.lead === null,
    );
    return listOf(place, items);
  });
}

function namesIn({ items }: PointList): string {
  return items
    .map(({ entry }) =>
      fold(entry.inline.text)
        .replace(/[^\p{L}\p{N}]+/gu, ' ')
        .trim(),
    )
    .join('\n');
}

/** The lists that make a good card, by what they stand below. */
function listCards(judged: readonly Judged[]): ReadonlyMap<NotePlace, CardDraft> {
  const answered = new Set(
    judged.flatMap(({ result }) =>
      draftsIn(result).flatMap((draft) => [...(draft.covers ?? []), ...(draft.tells ?? [])]),
    ),
  );
  const cards = new Map<NotePlace, CardDraft>();
  const lists = listsOf(judged);
  for (const list of lists) {
    if (list.items.some(({ entry }) => answered.has(entry))) continue;
    const draft = pointListDraft(list);
    const { section, grammar } = list.anchor;
    if (draft && !refusalOf(draft, section.path, grammar)) cards.set(list.anchor, draft);
  }
  // The same names below several lines divide the matter; they are no members of what stands above them.
  const times = new Map<string, number>();
  const asked = lists.filter(({ anchor }) => cards.has(anchor)).map((list) => ({ list, names: namesIn(list) }));
  const sizes = new Set(asked.map(({ list }) => list.items.length));
  for (const list of lists) {
    if (!sizes.has(list.items.length)) continue;
    const names = namesIn(list);
    times.set(names, (times.get(names) ?? 0) + 1);
  }
  for (const { list, names } of asked) if ((times.get(names) ?? 0) > 1) cards.delete(list.anchor);
  return cards;
}

/** The lines of the notes with which a card answers. */
function linesIn([from, to]: NonNullable<CardDraft['answers']> = [1, 0]): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at);
}

/** The points of lists, by the line on which each begins. */
type Points = ReadonlyMap<number, readonly Judged[]>;

function pointsOf(judged: readonly Judged[]): Points {
  const points = new Map<number, Judged[]>();
  for (const one of judged) {
    if (one.place.kind === 'entry' && one.place.entry.kind === 'item') addTo(points, one.place.entry.inline.line, one);
  }
  return points;
}

/** Whether the points of a list that answers a question are asked by themselves: then they need no card for all. */
function isToldByItems({ answers }: CardDraft, points: Points): boolean {
  const items = linesIn(answers).flatMap((line) => points.get(line) ?? []);
  const own = items.filter(({ result }) => draftsIn(result).some((draft) => isSure(draft) && draft.kind !== 'cloze'));
  return items.length >= FEWEST_ITEMS && own.length * 2 >= items.length;
}

function asTwice(draft: CardDraft): CardDraft {
  return { ...draft, doubt: doubtOf(draft.doubt?.score ?? 1, 'twice', [risk(true, 'twice', 0.5)]) };
}

function isSure({ doubt }: CardDraft): boolean {
  return doubt === undefined || doubt.score >= SURE_ENOUGH;
}

/** A question without the name of the heading that it is put under. */
function coreOf(front: string): string {
  return fold(front.replace(/^\*\*[^*]+\*\*:?\s/u, ''))
    .replace(/[¿?*]/gu, '')
    .trim();
}

/** "What does TCP provide?" asked by two sentences has two right answers. */
function openOnes(drafted: readonly Drafted[]): readonly Drafted[] {
  const times = new Map<string, number>();
  const isOne = ({ draft }: Drafted) => draft.kind === 'basic' && draft.yields !== undefined;
  const cores = new Map(drafted.filter(isOne).map((one) => [one, coreOf(one.draft.front)]));
  for (const core of cores.values()) times.set(core, (times.get(core) ?? 0) + 1);
  return drafted.map((one) => {
    const core = cores.get(one);
    if (core === undefined || (times.get(core) ?? 0) < 2) return one;
    const { doubt } = one.draft;
    return { ...one, draft: { ...one.draft, doubt: doubtOf(doubt?.score ?? 1, 'open', [risk(true, 'open', 0.25)]) } };
  });
}

/** So many labels show how the notes use them, and so few of them that define something show that they mostly do not. */
const FEWEST_LABELS = 4;
const LABELS_THAT_DEFINE = 0.45;

/** Where most labels of the notes name nothing that their text defines, the others are doubtful as well. */
function looseLabels(drafted: readonly Drafted[]): readonly Drafted[] {
  const labelled = drafted.filter(({ draft }) => draft.label !== undefined);
  const share = labelled.filter(({ draft }) => isSure(draft)).length / labelled.length;
  if (labelled.length < FEWEST_LABELS || share >= LABELS_THAT_DEFINE) return drafted;
  return drafted.map((one) => {
    if (one.draft.label !== 'named') return one;
    const doubt = doubtOf(one.draft.doubt?.score ?? 1, 'label', [risk(true, 'label', 0.4)]);
    return { ...one, draft: { ...one.draft, doubt } };
  });
}

/** Every draft of the notes in their order, and every place that gives none. */
export function draftsOf(places: readonly NotePlace[]): DraftedCards {
  const judged = places.map((place): Judged => ({ place, result: applyRules(place) }));
  const lists = listCards(judged);
  const all = [...judged.flatMap(({ result }) => draftsIn(result)), ...lists.values()];
  const listed = new Set([...lists.values()].filter(isSure).flatMap((draft) => draft.covers ?? []));
  const told = new Set(all.flatMap((draft) => draft.tells ?? []));
  const points = pointsOf(judged);
  const questions = all.filter((draft) => isSure(draft) && !isToldByItems(draft, points));
  const asked = new Set(questions.flatMap(({ answers }) => linesIn(answers)));
  const ownDrafts = (place: NotePlace, result: RuleResult): readonly CardDraft[] => {
    if (place.kind !== 'entry') return draftsIn(result);
    if (told.has(place.entry)) return [];
    const isAnswered = listed.has(place.entry) || asked.has(place.entry.inline.line);
    return draftsIn(result).filter(({ yields }) => yields === undefined || !isAnswered);
  };
  const drafted: Drafted[] = [];
  const refused: SkippedPlace[] = [];
  for (const { place, result } of judged) {
    const own = ownDrafts(place, result).map((draft) => (isToldByItems(draft, points) ? asTwice(draft) : draft));
    const list = lists.get(place);
    for (const draft of list ? [...own, list] : own) drafted.push({ draft, place });
    if (own.length > 0 || list || place.kind === 'section') continue;
    const isAnswered =
      place.kind === 'entry' &&
      (told.has(place.entry) || listed.has(place.entry) || asked.has(place.entry.inline.line));
    refused.push({ place, why: isAnswered ? IN_LIST : result !== null && isSkipped(result) ? result : NO_RULE });
  }
  return { drafted: looseLabels(openOnes(drafted)), refused };
}
