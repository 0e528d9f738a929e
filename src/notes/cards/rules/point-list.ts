import { SURE_ENOUGH } from '../../../core/card.js';
import { asksForWhich, isAdverbial, isHalfItem, opensAside, speaksOfNamed } from '../../../language/any/lines.js';
import type { Grammar } from '../../../language/grammar.js';
import { proseSentences, withoutStop } from '../../../language/sentences.js';
import { countWords, lowerFirst, upperFirst } from '../../../language/text.js';
import type { Entry } from '../../read/entries.js';
import { entryTerm } from '../entry-term.js';
import { isValue } from '../label-use.js';
import type { CardDraft, EntryPlace, RuleResult, SectionPlace } from '../rule.js';
import { definedTerm, termNames } from '../terms.js';
import { mentionsTopic, type Topic, topicPhrase, topicPrefix } from '../topic.js';
import { doubtOf, type Risk, risk } from '../trust.js';
import { entryTopic, isWholeStatement, leadName } from './entry-topic.js';

const FEWEST_POINTS = 2;
/** Fewer points of a thing are told, not counted up. */
const FEWEST_KEY_POINTS = 3;
const MOST_POINTS = 8;
/** A list with more words is no answer to one question. */
const LONGEST_LIST_WORDS = 45;
/** A name of a thing among others has no more words. */
const LONGEST_NAME_WORDS = 5;
/** A point with more words is a text of its own. */
const LONGEST_POINT_WORDS = 20;
/** A statement that is surer than this is asked for by itself, though its list is asked for as well. */
const SURE_ALONE = 0.7;
/** What is easily named in one go. */
const MANY_POINTS = 6;
const LONG_POINT_WORDS = 9;
const FEWEST_STEPS = 3;

/** What each form of question is worth: the members of a set, steps, a line that its list goes on, what is said of a thing. */
const FORM = { members: 0.75, steps: 0.6, opened: 0.55, points: 0.35 } as const;

/** A list with the line or the heading that it stands below, and what the rules made of its items. */
export type PointList = {
  readonly anchor: SectionPlace | EntryPlace;
  readonly items: readonly { readonly entry: Entry; readonly result: RuleResult }[];
};

/** Whether an item gives no card of its own that says what it says: it is a point of a list and no more. */
function isLoose(result: RuleResult): boolean {
  if (result === null) return true;
  if ('skipped' in result) return LOOSE.has(result.skipped);
  return (
    result.length === 0 ||
    result.every(
      ({ yields, doubt }) =>
        yields === 'gap' || (doubt?.score ?? 1) < (yields === undefined ? SURE_ENOUGH : SURE_ALONE),
    )
  );
}

/** An item that is no fact in any list: a link, a blank, a task. */
function isRefused(result: RuleResult): boolean {
  return result !== null && 'skipped' in result && !LOOSE.has(result.skipped);
}

/** Reasons that an item can have and still be a point. */
const LOOSE = new Set(['no-fact', 'too-short', 'introduction', 'part-of-list', 'code-label', 'cross-reference']);

/** A point as it stands in the answer; of a list of terms only their names. */
function pointText({ inline }: Entry, isNames: boolean): string {
  const term = isNames ? definedTerm(inline) : null;
  return (term ? termNames(term.term).name : inline.text).replace(/\s*:$/u, '');
}

/** The members of a set are asked for. */
function whichAre(topic: Topic, { ask }: Grammar): string {
  return ask.which(topicPhrase(topic), topic);
}

/** The last sentence of a line that opens a list. */
function lastSentence(text: string): string {
  return proseSentences(text).at(-1) ?? text;
}

/** "Debemos preservar:" → "**Seguridad**: debemos preservar… ¿qué?", with the number of points to be named. */
function opened(lead: string, count: number, topic: Topic, grammar: Grammar): string {
  const words = lead.replace(/[\s:]+$/u, '');
  const prefix = topic.kind === 'none' || mentionsTopic(words, topic, grammar) ? '' : topicPrefix(topic);
  const what = grammar.ask.completion(asksForWhich(words));
  return `${prefix}${prefix.endsWith(': ') ? lowerFirst(words) : upperFirst(words)}… ${what} (${count})`;
}

/** Whether a thing in the plural is counted up by its items: they are names, not what is said of it. */
function isCountedUp(topic: Topic, items: PointList['items'], grammar: Grammar): boolean {
  if (topic.number !== 'pl') return false;
  return items.every(
    ({ entry: { inline } }) =>
      countWords(inline.text) <= LONGEST_NAME_WORDS && grammar.sentences.clauseOf(inline.text) === null,
  );
}

/** A whole sentence says what it says by itself or not at all; it is no point. */
function isSentence({ inline }: Entry, grammar: Grammar): boolean {
  return (
    /[.!]$/u.test(inline.text) &&
    countWords(inline.text) > LONGEST_NAME_WORDS &&
    grammar.sentences.clauseOf(inline.text) !== null
  );
}

/** Items that open lists of their own are headings rather than points. */
function hasInnerLists(items: PointList['items']): boolean {
  return items.some(({ entry }) => entry.children.length > 0);
}

type AskedList = { readonly front: string; readonly form: keyof typeof FORM };

function frontFor(topic: Topic, items: PointList['items'], grammar: Grammar): AskedList | null {
  if (topic.kind === 'category') return { front: whichAre(topic, grammar), form: 'members' };
  if (topic.kind === 'thing' && !hasInnerLists(items)) {
    if (isCountedUp(topic, items, grammar)) return { front: whichAre(topic, grammar), form: 'points' };
    const told = items.filter(({ entry }) => isSentence(entry, grammar)).length;
    return items.length < FEWEST_KEY_POINTS || told * 2 >= items.length
      ? null
      : { front: grammar.ask.keyPoints(topicPhrase(topic), items.length), form: 'points' };
  }
  const isProcedure = topic.kind === 'action' && items.every(({ entry }) => entry.isStep);
  return isProcedure ? { front: grammar.ask.steps(topic.title, items.length), form: 'steps' } : null;
}

/** Whether a line with a colon leaves open what the list says: it is neither a name nor a sentence that is whole. */
function opensList(line: string, grammar: Grammar): boolean {
  const { clauseOf } = grammar.sentences;
  if (speaksOfNamed(line)) return false;
  if (isAdverbial(line) && countWords(line) <= LONGEST_NAME_WORDS && clauseOf(line) === null) return false;
  if (!line.endsWith(':') || countWords(line) < 2 || grammar.titles.tellsToDo(line)) return false;
  if (isWholeStatement(line, grammar)) return false;
  return clauseOf(line) !== null || leadName(line, grammar) === null;
}

/** What a list asks by the line above it: its name where it has one, its sentence where it opens one. */
function lineFront(
  { entry, grammar }: EntryPlace,
  below: Topic,
  above: Topic,
  items: PointList['items'],
): AskedList | null {
  const { text } = entry.inline;
  const isNamed = below !== above;
  if (isNamed && below.kind === 'category') return { front: whichAre(below, grammar), form: 'members' };
  if (/^`/u.test(text)) return null;
  const last = lastSentence(text);
  if (opensList(last, grammar) && countWords(last) <= LONGEST_POINT_WORDS) {
    const topic = isNamed && grammar.sentences.clauseOf(last)?.subject === null ? below : above;
    return { front: opened(last, items.length, topic, grammar), form: 'opened' };
  }
  return isNamed ? frontFor(below, items, grammar) : null;
}

function front(list: PointList): (AskedList & { readonly topic: Topic }) | null {
  const { anchor, items } = list;
  const [first] = items;
  if (!first) return null;
  if (anchor.kind === 'section') {
    const asked = frontFor(anchor.topic, items, anchor.grammar);
    return asked && { ...asked, topic: anchor.topic };
  }
  const above = entryTopic(anchor);
  const below = entryTopic({ ...anchor, entry: first.entry });
  const asked = lineFront(anchor, below, above, items);
  return asked && { ...asked, topic: below };
}

/** An item that only opens a list of its own: "Use the disk for:". */
function hangs({ inline, children }: Entry): boolean {
  return children.length > 0 && isHalfItem(inline.text);
}

/** Whether the list names the members of a set: each item is a term, and the set is asked for. */
function namesMembers({ items }: PointList, topic: Topic, isOpened: boolean): boolean {
  const terms = items.filter(({ entry }) => {
    const term = entryTerm(entry);
    return term !== null && term.separator !== 'verb' && !term.isCode;
  });
  return terms.length === items.length && (topic.kind === 'category' || isOpened);
}

function isShort({ items }: PointList, isNames: boolean): boolean {
  const counts = items.map(({ entry }) => countWords(pointText(entry, isNames)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  return total > 0 && total <= LONGEST_LIST_WORDS && counts.every((count) => count > 0 && count <= LONGEST_POINT_WORDS);
}

type AskedOf = AskedList & { readonly topic: Topic };

/** "Functions:" in the middle of a section: whose they are is a guess unless the line says it. */
function takesTail({ topic }: AskedOf, { entry, grammar, topic: above, section }: EntryPlace): boolean {
  if (section.blocks[0]?.position?.start.line === entry.inline.line) return false;
  const isSaid = topic.of !== undefined && mentionsTopic(entry.inline.text, topic.of, grammar);
  return (
    topic.kind === 'category' &&
    !isSaid &&
    (topic.of === undefined || topic.of.title === above.title || topic.of.title === above.of?.title)
  );
}

/** A line that opens a list with a side clause, or says nothing of whom it speaks. */
function leavesSubject({ entry, grammar }: EntryPlace): boolean {
  const line = lastSentence(entry.inline.text);
  return opensAside(line) || grammar.sentences.clauseOf(line)?.subject == null;
}

function average(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length);
}

/** What speaks against asking for a list in one go. */
function risksOf({ items, anchor }: PointList, isNames: boolean, asked: AskedOf): readonly (Risk | null)[] {
  const words = items.map(({ entry }) => countWords(pointText(entry, isNames)));
  const own = items.filter(({ result }) => result !== null && !('skipped' in result) && result.some(isWhole)).length;
  return [
    risk(items.length > MANY_POINTS, 'list', 0.15),
    risk(anchor.kind === 'entry' && takesTail(asked, anchor), 'list', 0.3),
    risk(
      asked.form === 'members' && items.every(({ entry }) => entry.isStep) && average(words) > LONGEST_NAME_WORDS,
      'list',
      0.3,
    ),
    risk(asked.form === 'steps' && !asked.front.includes('**'), 'list', 0.3),
    risk(asked.form === 'steps' && items.length < FEWEST_STEPS, 'list', 0.3),
    risk(asked.form === 'opened' && anchor.kind === 'entry' && !asksForWhich(anchor.entry.inline.text), 'list', 0.15),
    risk(asked.form === 'opened' && anchor.kind === 'entry' && leavesSubject(anchor), 'list', 0.2),
    risk(
      words.some((count) => count > LONG_POINT_WORDS),
      'list',
      0.15,
    ),
    risk(!isNames && own * 2 >= items.length, 'twice', 0.3),
    risk(!isNames && items.some(({ entry }) => isSentence(entry, anchor.grammar)), 'list', 0.15),
  ];
}

/** A card that says what its item says. */
function isWhole({ yields }: CardDraft): boolean {
  return yields === undefined;
}

/** "Cada familia tiene su material: Violines → madera": the line says what the values are, not what their names are. */
function isOfValues({ items }: PointList): boolean {
  return items.every(({ entry }) => {
    const term = definedTerm(entry.inline);
    return term !== null && isValue(term);
  });
}

/** One card for a list whose items say little alone: which are they? `null` where they stand for themselves. */
export function pointListDraft(list: PointList): CardDraft | null {
  const { anchor, items } = list;
  if (items.length < FEWEST_POINTS || items.length > MOST_POINTS) return null;
  const asked = front(list);
  if (!asked) return null;
  if (items.some(({ result }) => isRefused(result)) || (asked.form === 'opened' && isOfValues(list))) return null;
  if (asked.form === 'members' && items.some(({ entry }) => speaksOfNamed(entry.inline.text))) return null;
  const isNames = namesMembers(list, asked.topic, asked.front.includes('…'));
  const loose = items.filter(({ result }) => isLoose(result)).length;
  const isPoints = loose >= FEWEST_POINTS && loose * 2 >= items.length;
  if (!(isPoints || isNames) || !isShort(list, isNames) || items.some(({ entry }) => hangs(entry))) return null;
  const isNumbered = items.every(({ entry }) => entry.isStep);
  const lines = items.map(
    ({ entry }, index) => `${isNumbered ? `${index + 1}.` : '-'} ${upperFirst(withoutStop(pointText(entry, isNames)))}`,
  );
  return {
    kind: 'basic',
    front: asked.front,
    back: lines.join('\n'),
    covers: items.map(({ entry }) => entry),
    concept: asked.topic.name,
    fact: 'members',
    facet: '',
    doubt: doubtOf(FORM[asked.form], 'list', risksOf(list, isNames, asked)),
    line: anchor.kind === 'section' ? anchor.section.line : anchor.entry.inline.line,
  };
}
