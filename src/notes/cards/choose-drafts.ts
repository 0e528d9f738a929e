import { SURE_ENOUGH } from '../../core/card.js';
import { isQuestion } from '../../language/any/titles.js';
import { countWords } from '../../language/text.js';
import type { Drafted } from './draft-cards.js';
import { MAX_BACK_WORDS, refusalOf } from './refusals.js';
import type { CardDraft, NotePlace, Skipped } from './rule.js';
import { asksSame, questionKey } from './same-question.js';
import { topicPrefix, underTopic } from './topic.js';

export type Kept = {
  readonly kept: readonly Drafted[];
  readonly skipped: ReadonlyMap<number, Skipped>;
  readonly joined: ReadonlySet<number>;
};

const ASKED: Skipped = { skipped: 'asked-already' };

/** `**Heading**: what …`: the same question under another heading, told apart by that heading. */
function underHeading(draft: CardDraft, { topic }: NotePlace): CardDraft {
  return { ...draft, front: underTopic(topic, draft.front) };
}

/** A question that is asked already: by which draft, and in what wording. */
type Question = { wording: CardDraft; readonly source: Drafted };

/** What is asked already, by the words of the question; several where they differ only by what tells terms apart. */
type Asked = Map<string, Question[]>;

function questionIn(asked: Asked, front: string): Question | undefined {
  return asked.get(questionKey(front))?.find(({ wording }) => asksSame(wording.front, front));
}

function addQuestion(asked: Asked, question: Question): void {
  const key = questionKey(question.wording.front);
  const same = asked.get(key);
  if (same) same.push(question);
  else asked.set(key, [question]);
}

/** Two lines of one list that answer the same question make one card: "What does X allow?" has two right answers. */
function joinedBack(first: Question, wording: CardDraft, place: NotePlace): string | null {
  const { draft, place: other } = first.source;
  const isSame =
    place.section === other.section && !draft.isAuthored && draft.kind === 'basic' && wording.kind === 'basic';
  if (!isSame || draft.covers !== undefined || wording.covers !== undefined || draft.line === wording.line) return null;
  const lines = first.wording.back.split('\n');
  const back = [...(lines.length === 1 ? [`- ${first.wording.back}`] : lines), `- ${wording.back}`].join('\n');
  return countWords(back) <= MAX_BACK_WORDS && lines.length < 5 ? back : null;
}

type Choice =
  | { readonly wording: CardDraft }
  | { readonly joins: string; readonly first: Question }
  | { readonly why: Skipped };

function isTold(front: string, { topic }: NotePlace): boolean {
  return front.includes(`**${topic.name}**?`) || front.startsWith(topicPrefix(topic));
}

/** The first wording of a draft that is a good card and is not asked already. */
function choose({ draft, place }: Drafted, asked: Asked): Choice {
  const others = draft.otherwise ?? [];
  let reason: Skipped | null = null;
  for (let index = 0; index < others.length + 2; index += 1) {
    if (index === 1 && reason?.skipped !== 'asked-already') continue;
    const wording = index === 0 ? draft : index === 1 ? underHeading(draft, place) : others[index - 2];
    if (!wording || (index === 1 && isTold(wording.front.slice(topicPrefix(place.topic).length), place))) continue;
    const refused = refusalOf(wording, place.section.path, place.grammar);
    const before = questionIn(asked, wording.front);
    if (!refused && !before) return { wording };
    if (before?.source.draft.isAuthored && !draft.isAuthored) {
      return { why: { skipped: 'asked-already' } };
    }
    if (before?.wording.back === wording.back) {
      return { why: { skipped: 'duplicate' } };
    }
    const joins = before && !refused ? joinedBack(before, wording, place) : null;
    if (before && joins !== null) return { joins, first: before };
    reason ??= refused ?? ASKED;
  }
  return joinedByAuthor(draft, questionIn(asked, draft.front)) ?? { why: reason ?? ASKED };
}

/** What an author wrote is kept: a question that is written twice, and under the same headings, has two right answers. */
function joinedByAuthor(draft: CardDraft, first: Question | undefined): Choice | null {
  const isWritten = draft.isAuthored && first?.source.draft.isAuthored && first.wording.kind === draft.kind;
  if (!isWritten || (draft.kind !== 'basic' && draft.kind !== 'reversed')) return null;
  return { joins: `${asPoints(first.wording.back)}\n${asPoints(draft.back)}`, first };
}

function asPoints(back: string): string {
  return back.startsWith('- ') ? back : `- ${back.replaceAll('\n', '\n  ')}`;
}

/** What the author wrote as a card, then what asks and is answered, then what is sure, have the first right to a question. */
function seniority({ draft, place }: Drafted): number {
  if (draft.isAuthored) return 0;
  if (draft.answers !== undefined) return 1;
  const isSure = draft.doubt === undefined || draft.doubt.score >= SURE_ENOUGH;
  return (isQuestion(place.section.title) ? 2 : 3) + (isSure ? 0 : 2);
}

/** Drafts that are good cards, each asked once, in their order. */
export function keepGood(drafted: readonly Drafted[]): Kept {
  const asked: Asked = new Map();
  const chosen = new Map<Drafted, Question>();
  const skipped = new Map<number, Skipped>();
  const joined = new Set<number>();
  for (const source of [...drafted].sort((a, b) => seniority(a) - seniority(b))) {
    const choice = choose(source, asked);
    if ('wording' in choice) {
      const question = { wording: choice.wording, source };
      addQuestion(asked, question);
      chosen.set(source, question);
    } else if ('joins' in choice) {
      choice.first.wording = { ...choice.first.wording, back: choice.joins };
      joined.add(source.draft.line);
    } else if (!skipped.has(source.draft.line)) skipped.set(source.draft.line, choice.why);
  }
  const kept = drafted.flatMap((source): Drafted[] => {
    const wording = chosen.get(source)?.wording;
    return wording ? [{ draft: wording, place: source.place }] : [];
  });
  return { kept, skipped, joined };
}
