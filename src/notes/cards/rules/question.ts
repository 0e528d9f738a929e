import type { Blockquote, List, RootContent } from 'mdast';
import { announcedAnswer, asksOfOptions } from '../../../language/any/authored.js';
import { pointsAround } from '../../../language/any/lines.js';
import { isBareQuestion, isQuestion } from '../../../language/any/titles.js';
import { proseSentences } from '../../../language/sentences.js';
import { countReadable, countWords, escapeCardText, plainMarkdown, tidy } from '../../../language/text.js';
import { isWrittenCard } from '../../read/authored-blocks.js';
import { blockText } from '../../read/block-text.js';
import { MAX_BACK_WORDS } from '../refusals.js';
import type { CardDraft, EntryPlace, Rule, SectionPlace } from '../rule.js';
import { cleanTitle, nounStems, topicPhrase, topicPrefix } from '../topic.js';
import { doubtOf, risk } from '../trust.js';

/** Sentences of a long paragraph answer a question up to this many words. */
const PROSE_ANSWER_WORDS = 40;
const MOST_LINES = 14;
/** A question with fewer words of its own asks of what stands around it: "What happens here?". */
const FEWEST_STEMS = 2;
/** "Cómo funciona DNS": it has a name. */
const NAME = /\s\p{Lu}/u;
/** What a question with its answer below is worth: its author wrote both. */
const FORM = 0.9;

type Answer = { readonly back: string; readonly isCut: boolean; readonly lines: readonly [number, number] };

function isText(node: RootContent): boolean {
  return node.type === 'paragraph' || node.type === 'list' || node.type === 'code' || node.type === 'blockquote';
}

/** Whether a block asks by itself, or is a card that its author wrote, so that the answer above it ends there. */
function asks(node: RootContent): boolean {
  return node.type === 'paragraph' && (/\?["»”’)*_]*$/u.test(blockText(node)) || isWrittenCard(node));
}

function isShort(text: string): boolean {
  return countWords(text) <= MAX_BACK_WORDS && text.split('\n').length <= MOST_LINES;
}

/** The first sentences of a paragraph that is too long to be an answer as a whole. */
function opening(text: string): string {
  const told: string[] = [];
  let words = 0;
  for (const sentence of proseSentences(text.replaceAll('\n', ' '))) {
    words += countWords(sentence);
    if (told.length > 0 && words > PROSE_ANSWER_WORDS) break;
    told.push(sentence);
  }
  return told.join(' ');
}

/** A list by its own items, without what is below each. */
function headsOf(list: List): string {
  return blockText({
    ...list,
    children: list.children.map((item) => ({ ...item, children: item.children.slice(0, 1) })),
  });
}

/** A block as far as it makes an answer: whole, or by its first sentences, or by the heads of its list. */
function shortened(node: RootContent): string {
  const whole = blockText(node);
  if (isShort(whole)) return whole;
  if (node.type === 'paragraph') return opening(whole);
  return node.type === 'list' ? headsOf(node) : '';
}

function linesOf(nodes: readonly RootContent[]): readonly [number, number] {
  return [nodes[0]?.position?.start.line ?? 1, nodes.at(-1)?.position?.end.line ?? 1];
}

const OPTION = /^\s*(?:[-*]\s)?\(?([a-h])[).]\s+(\S.*)$/iu;

/**
 * The right one of the answers to choose from, by the line that announces it; `null` where none does, `undefined` where
 * there is nothing to choose from.
 */
function chosenIn(blocks: readonly RootContent[]): Answer | null | undefined {
  const texts = blocks
    .map((node) => (node.type === 'code' ? node.value : blockText(node)))
    .map((text) => text.replace(/^(\s*[a-h][).])\s*\n/gimu, '$1 '));
  const options = texts.flatMap((text) => text.split('\n')).flatMap((line) => (OPTION.exec(line) ? [line] : []));
  const at = texts.findIndex((text) => announcedAnswer(text.replaceAll('\n', ' ')) !== null);
  if (at < 0) return options.length > 1 ? null : undefined;
  const told = announcedAnswer((texts[at] ?? '').replaceAll('\n', ' ')) ?? '';
  const letter = /^\(?([a-h])[).]?(?:\s|$)/iu.exec(told)?.[1]?.toLowerCase();
  const option = options.map((line) => OPTION.exec(line) ?? []).find(([, mark = '']) => mark.toLowerCase() === letter);
  const back = option?.[2] ?? told;
  return { back, isCut: false, lines: linesOf(blocks.slice(0, at + 1)) };
}

/** What stands below a question, as far as it makes one answer. */
function answerIn(blocks: readonly RootContent[]): Answer | null {
  const readable = blocks
    .flatMap((node): readonly RootContent[] => (isQuote(node) ? node.children : [node]))
    .filter(isText);
  const [first, ...rest] = readable;
  if (!first || asks(first)) return null;
  const chosen = chosenIn(readable);
  if (chosen !== undefined) return chosen;
  const start = shortened(first);
  if (!isShort(start) || (countReadable(start) === 0 && first.type !== 'code')) return null;
  const used = [first];
  let back = start;
  let isCut = start !== blockText(first);
  for (const node of rest) {
    const more = `${back}\n${blockText(node)}`;
    if (asks(node) || isCut || (node.type === 'paragraph' && used.at(-1)?.type === 'list')) break;
    if (!isShort(more)) {
      isCut = back.endsWith(':');
      break;
    }
    back = more;
    used.push(node);
  }
  return /[:?]$/u.test(back) ? null : { back: oneLine(back), isCut, lines: linesOf(used) };
}

function isQuote(node: RootContent): node is Blockquote {
  return node.type === 'blockquote';
}

/** A list of one item is its words. */
function oneLine(back: string): string {
  return /^[-•] [^\n]+$/u.test(back) ? back.slice(2) : back;
}

/** A question's own words, or under the name of what it is asked of where it does not say that. */
function frontOf(asked: string, { topic, grammar }: SectionPlace | EntryPlace, isHeading: boolean): string | null {
  const title = cleanTitle(asked);
  if (isBareQuestion(plainMarkdown(title))) {
    return topic.kind === 'thing' ? grammar.ask.whatIs(topicPhrase(topic), topic.number) : null;
  }
  const question = grammar.ask.title(title);
  if (question === null || isHeading) return question;
  const isShort = nounStems(question, grammar).length < FEWEST_STEMS && grammar.titles.askedThing(title) === null;
  return isShort && topic.kind === 'thing' ? topicPrefix(topic) + question : question;
}

function draftOf(
  asked: string,
  place: SectionPlace | EntryPlace,
  blocks: readonly RootContent[],
  line: number,
): CardDraft | null {
  const isHeading = place.kind === 'section';
  const front = frontOf(isHeading ? escapeCardText(asked) : asked, place, isHeading);
  const answer = front === null ? null : answerIn(blocks);
  if (front === null || !answer) return null;
  const { back, isCut, lines } = answer;
  const concept = cleanTitle(plainMarkdown(asked));
  const isWhat = place.grammar.titles.askedThing(concept) !== null;
  const says = nounStems(concept, place.grammar).length + (isWhat ? 1 : 0);
  const isUnder = front.startsWith('**');
  const doubt = doubtOf(FORM, 'open', [
    risk(isCut, 'open', back.includes('\n') || back.startsWith('-') ? 0.45 : 0.3),
    risk(place.grammar.sentences.isPersonal(plainMarkdown(asked)), 'worth', 0.45),
    risk(!/[¿?]/u.test(asked), 'open', 0.15),
    risk(asksOfOptions(asked), 'open', 0.5),
    risk((says < FEWEST_STEMS && !isUnder && !NAME.test(concept)) || pointsAround(asked), 'subject', 0.45),
  ]);
  return { kind: 'basic', front, back, answers: lines, concept, fact: 'all', facet: '', line, doubt };
}

/**
 * A line that asks, with the answer below it: a heading, a point of a list, a toggle, a callout, a line of its own. Both are
 * the author's words.
 */
export const question: Rule = (place) => {
  if (place.kind === 'section') {
    const { section } = place;
    if (section.path.length === 0 || !isQuestion(cleanTitle(section.title))) return null;
    const draft = draftOf(section.title, place, section.blocks, section.line);
    return draft && [draft];
  }
  if (place.kind !== 'entry' || place.entry.blocks.length === 0) return null;
  const { text, line } = place.entry.inline;
  if (!/\?["»”’)*_]*$/u.test(text) || proseSentences(text).length > 2) return null;
  const draft = draftOf(tidy(text), place, place.entry.blocks, line);
  return draft && [draft];
};
