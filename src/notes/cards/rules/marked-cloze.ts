import { sentenceSpans } from '../../../language/sentences.js';
import { countWords, plainMarkdown, tidy, upperFirst } from '../../../language/text.js';
import type { Inline } from '../../read/inline.js';
import { GAP, refusalOf } from '../refusals.js';
import { type CardDraft, type EntryPlace, isSkipped, type Rule } from '../rule.js';
import { mentionsTopic, topicPrefix } from '../topic.js';
import { entryTopic } from './entry-topic.js';

/** A stretch that the author hides. Gaps of one number are hidden together. */
type Hidden = {
  readonly number: number;
  readonly start: number;
  readonly end: number;
  readonly words: string;
  readonly hint: string;
};

const ANKI = /\{\{c(\d{1,3})::((?:[^{}]|\{[^{}]{0,100}\}){1,400}?)(?:::([^{}:]{1,200}))?\}\}/gu;
/** Logseq's: each stands alone, so it gets a number beyond those that authors write. */
const LOGSEQ = /\{\{cloze\s((?:[^{}]|\{[^{}]{0,100}\}){1,400}?)\}\}/gu;
const FIRST_LOGSEQ = 1000;
/** A highlight of more words is emphasis. */
const LONGEST_HIGHLIGHT_WORDS = 8;
/** So many gaps in one line hide everything and so nothing. */
const MOST_GAPS = 200;
/** A line up to this long is what its gaps are known by, as a whole; of a longer one it is the sentence. */
const LONGEST_FACT = 220;

function isInCode({ marks }: Inline, from: number, to: number): boolean {
  return marks.some(({ kind, start, end }) => kind === 'code' && start < from && to < end);
}

function writtenGaps(inline: Inline): readonly Hidden[] {
  const { text } = inline;
  const found = [
    ...[...text.matchAll(ANKI)].map((match) => ({
      match,
      number: Number(match[1]),
      hint: match[3] ?? '',
      words: match[2] ?? '',
    })),
    ...[...text.matchAll(LOGSEQ)].map((match, index) => ({
      match,
      number: FIRST_LOGSEQ + index,
      hint: '',
      words: match[1] ?? '',
    })),
  ];
  return found
    .map(({ match: { 0: whole, index }, number, words, hint }) => {
      return { number, start: index, end: index + whole.length, words: words.trim(), hint: hint.trim() };
    })
    .filter(({ start, end }) => !isInCode(inline, start, end))
    .sort((a, b) => a.start - b.start);
}

function highlightGaps({ text, marks }: Inline): readonly Hidden[] {
  return marks
    .filter(({ kind, start, end }) => kind === 'highlight' && !/^\(.*\)$/u.test(text.slice(start, end).trim()))
    .map(({ start, end }, index) => ({ number: index + 1, start, end, words: text.slice(start, end).trim(), hint: '' }))
    .filter(({ words }) => countWords(words) > 0 || /[`$\p{S}]/u.test(words))
    .filter(({ words, start, end }) => {
      const rest = text.slice(0, start) + text.slice(end);
      return countWords(words) <= LONGEST_HIGHLIGHT_WORDS && (countWords(rest) > 0 || /[`$]/u.test(rest));
    });
}

/** A part of the line with the gaps of one number open and all others filled in. */
function gapped(text: string, gaps: readonly Hidden[], number: number | null, from = 0, to = text.length): string {
  let line = '';
  let done = from;
  for (const gap of gaps) {
    if (gap.start < from || gap.end > to) continue;
    line += text.slice(done, gap.start) + (gap.number === number ? GAP : gap.words);
    done = gap.end;
  }
  return line + text.slice(done, to);
}

function draftOf(place: EntryPlace, gaps: readonly Hidden[], number: number, from: number, to: number): CardDraft {
  const { text, line } = place.entry.inline;
  const own = gaps.filter((gap) => gap.number === number);
  const hint = own.map((gap) => gap.hint).find((words) => words !== '');
  const front = gapped(text, gaps, number, from, to).trim();
  const topic = entryTopic(place);
  const prefix = topic.kind === 'none' || mentionsTopic(front, topic, place.grammar) ? '' : topicPrefix(topic);
  const back = own.map((gap) => gap.words).join(', ');
  const isShort = text.length <= LONGEST_FACT;
  return {
    kind: 'cloze',
    front: prefix + (prefix === '' ? upperFirst(front) : front),
    back,
    ...(hint === undefined ? {} : { hint }),
    concept: topic.name,
    fact: tidy(plainMarkdown(isShort ? gapped(text, gaps, null) : gapped(text, gaps, null, from, to))),
    facet: back,
    line,
    isAuthored: true,
  };
}

/** The sentence that holds a gap, or those over which it goes. */
function around(
  { start, end }: Hidden,
  spans: ReturnType<typeof sentenceSpans>,
  text: string,
): readonly [number, number] {
  const first = spans.findLast((span) => span.start <= start);
  return [first?.start ?? 0, spans.find((span) => span.end >= end)?.end ?? text.length];
}

function numbersOf(gaps: readonly Hidden[]): readonly number[] {
  return [...new Set(gaps.map(({ number }) => number))];
}

/** `{{c1::text::hint}}`, as Anki writes it: a card for each number; `{{cloze text}}`, as Logseq does: a card for each. */
export const ankiCloze: Rule = (place) => {
  if (place.kind !== 'entry' || !place.entry.inline.text.includes('{{c')) return null;
  const gaps = writtenGaps(place.entry.inline);
  const { text } = place.entry.inline;
  if (gaps.length === 0 || gaps.length > MOST_GAPS) return null;
  return numbersOf(gaps).map((number) => draftOf(place, gaps, number, 0, text.length));
};

/** Whether the author marked something in a line to be known. */
export function hasHighlight({ entry }: EntryPlace): boolean {
  return entry.checked === null && highlightGaps(entry.inline).length > 0;
}

/** What a rule makes of a line, and a gap for each mark in it: to define a term takes away nothing that was marked. */
export function withMarks(rule: Rule): Rule {
  return (place) => {
    const result = rule(place);
    if (place.kind !== 'entry' || result === null || isSkipped(result)) return result;
    const behind = place.entry.inline.marks.filter(({ kind, start }) => kind !== 'highlight' || start > 0);
    const inline = { ...place.entry.inline, marks: behind };
    const gaps = highlightCloze({ ...place, entry: { ...place.entry, inline } });
    return gaps === null || isSkipped(gaps) ? result : [...result, ...gaps];
  };
}

/** `==text==` in a sentence, as Obsidian highlights: a card for each, with its own sentence only. */
export const highlightCloze: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const { text } = place.entry.inline;
  const gaps = highlightGaps(place.entry.inline);
  if (gaps.length === 0 || gaps.length > MOST_GAPS) return null;
  const spans = sentenceSpans(text);
  const drafts = gaps.map((gap) => draftOf(place, gaps, gap.number, ...around(gap, spans, text)));
  // A mark is no card that somebody wrote: where the sentence or the heading says what it hides, there is nothing to ask.
  const refusals = drafts.map((draft) => refusalOf({ ...draft, isAuthored: false }, place.section.path, place.grammar));
  const good = drafts.filter((_, index) => refusals[index]?.skipped !== 'given-away');
  return good.length > 0 ? good : (refusals.find((refused) => refused !== null) ?? null);
};
