import { countWords, plainMarkdown, tidy, upperFirst } from '../../../language/text.js';
import type { Inline } from '../../read/inline.js';
import { GAP } from '../refusals.js';
import type { Draft, EntryPlace, Rule } from '../rule.js';
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
/** A highlight of more words is emphasis. */
const LONGEST_HIGHLIGHT_WORDS = 8;
/** So many gaps in one line hide everything and so nothing. */
const MOST_GAPS = 20;

function ankiGaps({ text, marks }: Inline): readonly Hidden[] {
  return [...text.matchAll(ANKI)].flatMap((match): Hidden[] => {
    const [whole, number = '', words = '', hint = ''] = match;
    const isCode = marks.some(
      ({ kind, start, end }) => kind === 'code' && start < match.index && match.index + whole.length < end,
    );
    if (isCode) return [];
    return [
      {
        number: Number(number),
        start: match.index,
        end: match.index + whole.length,
        words: words.trim(),
        hint: hint.trim(),
      },
    ];
  });
}

function highlightGaps({ text, marks }: Inline): readonly Hidden[] {
  return marks
    .filter(({ kind }) => kind === 'highlight')
    .map(({ start, end }, index) => ({ number: index + 1, start, end, words: text.slice(start, end).trim(), hint: '' }))
    .filter(({ words }) => countWords(words) > 0 && countWords(words) <= LONGEST_HIGHLIGHT_WORDS)
    .filter(({ words }) => countWords(words) < countWords(text));
}

/** The line with the gaps of one number open and all others filled in. */
function gapped(text: string, gaps: readonly Hidden[], number: number | null): string {
  let line = '';
  let done = 0;
  for (const gap of gaps) {
    line += text.slice(done, gap.start) + (gap.number === number ? GAP : gap.words);
    done = gap.end;
  }
  return line + text.slice(done);
}

function draftOf(place: EntryPlace, gaps: readonly Hidden[], number: number): Draft {
  const { text, line } = place.entry.inline;
  const own = gaps.filter((gap) => gap.number === number);
  const hint = own.map((gap) => gap.hint).find((words) => words !== '');
  const front = gapped(text, gaps, number);
  const topic = entryTopic(place);
  const prefix = topic.kind === 'none' || mentionsTopic(front, topic, place.grammar) ? '' : topicPrefix(topic);
  const back = own.map((gap) => gap.words).join(', ');
  return {
    kind: 'cloze',
    front: prefix + (prefix === '' ? upperFirst(front) : front),
    back,
    ...(hint === undefined ? {} : { hint }),
    concept: topic.name,
    fact: tidy(plainMarkdown(gapped(text, gaps, null))),
    facet: back,
    line,
    isAuthored: true,
  };
}

function drafts(place: EntryPlace, gaps: readonly Hidden[]): readonly Draft[] | null {
  if (gaps.length > MOST_GAPS) return null;
  return [...new Set(gaps.map((gap) => gap.number))].map((number) => draftOf(place, gaps, number));
}

/** `{{c1::text::hint}}`, as Anki writes it: a card for each number. */
export const ankiCloze: Rule = (place) => {
  if (place.kind !== 'entry' || !place.entry.inline.text.includes('{{c')) return null;
  const gaps = ankiGaps(place.entry.inline);
  return gaps.length > 0 ? drafts(place, gaps) : null;
};

/** `==text==` in a sentence, as Obsidian highlights: a card for each. */
export const highlightCloze: Rule = (place) => {
  if (place.kind !== 'entry') return null;
  const gaps = highlightGaps(place.entry.inline);
  return gaps.length > 0 ? drafts(place, gaps) : null;
};
