import { pattern } from '../core/word-pattern.js';
import { askedIdea, asksDefinition } from './asked-idea.js';
import { splitDeterminer } from './determiners.js';
import { isGrammar } from './function-words.js';
import { ALL_GRAMMARS } from './grammars.js';
import { anyList, anySet } from './lists.js';
import { searchWords } from './search-words.js';
import { fold } from './text.js';

/** What was spoken of last: the thing, as it was written, and the whole question. */
export type AskedTopic = { readonly subject: string; readonly question: string };

/** What somebody asks, in words that need nothing before them. */
export type WholeQuestion =
  | { readonly kind: 'whole'; readonly text: string }
  /** It hangs on the topic, which stays. */
  | { readonly kind: 'goes-on'; readonly text: string }
  /** It asks the same of another thing, or only names that. */
  | { readonly kind: 'instead'; readonly text: string; readonly subject: string }
  /** It hangs on a topic that there is not. */
  | { readonly kind: 'hanging'; readonly text: string };

/** Words behind "and" that name a thing, at most. */
const LONGEST_NAME = 5;

const OPENER = pattern('iu')`^[\s¿¡]*(${anyList('follow-up openers')})(?![\p{L}\p{N}])[\s,:…]*`;
const BEFORE_THING = anySet('follow-up openers before a thing');
const PRONOUN = pattern('giu')`(?<![\p{L}\p{N}_.-])(?:${anyList('topic pronouns')})(?![\p{L}\p{N}_-]|[.'’]\p{L})`;
/** "él", which without its accent is an article. */
const HE = /(?<![\p{L}\p{N}])él(?![\p{L}\p{N}])/giu;
const DEMONSTRATIVE = pattern('giu')`(?<![\p{L}\p{N}_-])(?:${anyList('topic demonstratives')})(?![\p{L}\p{N}_-])`;
const POSSESSIVE = pattern('iu')`(?<![\p{L}\p{N}])(?:${anyList('possessives')})(?![\p{L}\p{N}])`;
/** "is it possible", "it takes": nothing is meant by it. */
const EMPTY = pattern('iu')`(?<!\p{L})it\s+(?:${anyList('empty subjects before')})(?!\p{L})`;
/** "cómo lo instalo", "borrarla". */
const CLITIC = /(?<!\p{L})(?:c[oó]mo|cu[aá]ndo|d[oó]nde|qu[eé])\s+(?:se\s+)?(?:lo|la|los|las)\s+\p{L}+\s*\??\s*$/iu;
const ENCLITIC = /(?<!\p{L})\p{L}{2,}[aeiáéí]r(?:lo|la|los|las)(?!\p{L})/iu;
const ASKS = pattern('iu')`^[¿\s]*(?:${anyList('turned question openers')}|${anyList('question openers')})(?!\p{L})`;
/** "el", "the": what is asked for belongs to something. */
const DEFINITE = pattern('iu')`(?<!\p{L})(?:${anyList('definite articles')})(?!\p{L})`;
const PREPOSITION = anySet('lookup prepositions');
const NO_TOPIC = anySet('names of no topic');
const ATTRIBUTE = anySet('attributes');
const CATEGORY = anySet('categories');
const END = /[\s?!.…]*$/u;

/** What somebody asks when the topic is that: without one, what hangs on it stays as it was written. */
export function completeQuestion(text: string, topic: AskedTopic | null): WholeQuestion {
  const opener = OPENER().exec(text)?.[1];
  const rest = opener === undefined ? text.trim() : text.replace(OPENER(), '').trim();
  if (rest === '') return { kind: 'whole', text };
  const asked = opener !== undefined && text.trim().startsWith('¿') && !rest.startsWith('¿') ? `¿${rest}` : rest;
  const pointing = withSubject(asked, topic);
  if (pointing !== null) return pointing;
  const compared = comparedWith(asked);
  if (compared !== null) {
    if (topic === null) return { kind: 'hanging', text: asked };
    return { kind: 'goes-on', text: `${compared.before} ${topic.subject} ${compared.behind}` };
  }
  if (opener !== undefined && namesThing(rest, fold(opener), text)) return askedOf(asked, topic);
  const hangs = hangsOn(asked, opener !== undefined);
  if (!hangs) return { kind: 'whole', text: asked };
  return topic === null ? { kind: 'hanging', text: asked } : { kind: 'goes-on', text: joined(asked, topic.subject) };
}

/** Whether a text can be about what was said before: told by its words alone. */
export function mayGoOn(text: string): boolean {
  return completeQuestion(text, null).kind === 'hanging' || OPENER().test(text);
}

/** "¿En qué se diferencia de Paxos?": what is compared is left out, and would stand behind the verb. */
const COMPARES = pattern(
  'iu',
)`^(.*(?<!\p{L})(?:${anyList('verbs that compare')}))\s+((?:a|al|con|de|del|from|to|with)\s.*)$`;

function comparedWith(asked: string): { readonly before: string; readonly behind: string } | null {
  const [, before, behind] = COMPARES().exec(asked) ?? [];
  if (before === undefined || behind === undefined) return null;
  return namesIn(searchWords(before)).some((word) => !COMPARING.has(word)) ? null : { before, behind };
}

const COMPARING = anySet('verbs that compare');

/** "How is it different?" with the thing in place of what points at it; `null` where nothing does. */
function withSubject(asked: string, topic: AskedTopic | null): WholeQuestion | null {
  const isPointed = pointsBack(asked);
  if (isPointed === null) return null;
  if (topic === null) return { kind: 'hanging', text: asked };
  const { subject } = topic;
  if (isPointed === 'aside') return { kind: 'goes-on', text: joined(asked, `(${subject})`) };
  const text = isPointed.reduceRight((said, [from, to]) => said.slice(0, from) + subject + said.slice(to), asked);
  return { kind: 'goes-on', text };
}

type Spans = readonly (readonly [from: number, to: number])[];

/** Where words point back to a thing; `aside` where they do so without standing in its place. */
function pointsBack(asked: string): Spans | 'aside' | null {
  if (EMPTY().test(asked)) return null;
  const spans = [...asked.matchAll(PRONOUN()), ...asked.matchAll(HE), ...demonstratives(asked)]
    .map((match): readonly [number, number] => [match.index, match.index + match[0].length])
    .sort((a, b) => a[0] - b[0]);
  if (spans.length > 0) return spans;
  return POSSESSIVE().test(asked) || CLITIC.test(asked) || ENCLITIC.test(asked) ? 'aside' : null;
}

/** "How does that work?", not "that command", nor "the layer that holds it". */
function demonstratives(asked: string): readonly RegExpExecArray[] {
  return [...asked.matchAll(DEMONSTRATIVE())].filter((match) => {
    const before = searchWords(asked.slice(0, match.index)).at(-1);
    const next = searchWords(asked.slice(match.index + match[0].length))[0];
    return (before === undefined || isGrammar(before)) && (next === undefined || isGrammar(next) || isVerb(next));
  });
}

function isVerb(word: string): boolean {
  return ALL_GRAMMARS.some(({ words, sentences }) => words.actions.has(word) || sentences.isSurelyVerb(word));
}

/** Whether what follows "and" only names another thing: "and volumes?", "y en Kubernetes?". */
function namesThing(rest: string, opener: string, text: string): boolean {
  if (BEFORE_THING.has(opener)) return true;
  const words = searchWords(rest);
  if (ASKS().test(rest) || words.length > LONGEST_NAME || namesIn(words).length === 0) return false;
  const [first = ''] = words;
  const isPhrase = words.every((word, at) => !isVerb(word) || ATTRIBUTE.has(word) || isDetermined(words, at));
  if (!isPhrase || (isGrammar(first) && !opensName(first))) return false;
  return /\?\s*$/u.test(text) || !words.some((word) => PERSONAL.has(word));
}

const PERSONAL = anySet('talk between people');

/** A folded word of people who talk with each other. */
export function isPartOfTalk(word: string): boolean {
  return PERSONAL.has(word);
}

const ARTICLE = anySet('determiners');

function opensName(word: string): boolean {
  return ARTICLE.has(word) || PREPOSITION.has(word);
}

/** The topic's question, asked of another thing. */
function askedOf(rest: string, topic: AskedTopic | null): WholeQuestion {
  const name = rest.replace(END, '').replace(/^[¿¡\s]+/u, '');
  const subject = splitDeterminer(name).noun;
  const [first = ''] = searchWords(name);
  if (topic === null) return { kind: 'whole', text: name };
  if (ATTRIBUTE.has(fold(subject)) || NO_TOPIC.has(fold(subject))) {
    return { kind: 'goes-on', text: joined(rest, topic.subject) };
  }
  if (PREPOSITION.has(first)) return { kind: 'goes-on', text: joined(topic.question, name) };
  return { kind: 'instead', text: replaced(topic, name) ?? name, subject };
}

/** The question with another name in the place of its thing; `null` where it only asks what that is. */
function replaced({ subject, question }: AskedTopic, name: string): string | null {
  const at = fold(question).indexOf(fold(subject));
  if (at === -1 || fold(question).length !== question.length || asksOnlyWhat(question, subject)) return null;
  const before = question.slice(0, at).replace(/(?:(?<!\p{L})(?:the|an?|el|la|los|las|una?|unos|unas)\s+)$/iu, '');
  return before + name + question.slice(at + subject.length);
}

function asksOnlyWhat(question: string, subject: string): boolean {
  const words = searchWords(question);
  const idea = askedIdea(words).join(' ');
  return (
    idea === searchWords(subject).join(' ') && (asksDefinition(words) || words.length === searchWords(subject).length)
  );
}

/** Whether a question names nothing of its own: "why?", "¿para qué sirve?", "¿qué ventajas tiene?". */
function hangsOn(asked: string, isOpened: boolean): boolean {
  const words = searchWords(asked);
  const named = namesIn(words);
  if (!named.every((word) => ATTRIBUTE.has(word) || CATEGORY.has(word) || NO_TOPIC.has(word))) return false;
  if (!ASKS().test(asked) && !/\?\s*$/u.test(asked)) return false;
  // "And you?" asks a person.
  if (named.length === 0) return ASKS().test(asked) || words.some(isVerb);
  // "A leader" is a thing of its own, "an example" one of something.
  if (named.some((word) => !NO_TOPIC.has(word) && INDEFINITE.has(words[words.indexOf(word) - 1] ?? ''))) return false;
  if (isOpened) return true;
  return (
    named.every((word) => NO_TOPIC.has(word) || ATTRIBUTE.has(word)) &&
    (!asksDefinition(words) || DEFINITE().test(asked))
  );
}

const INDEFINITE = anySet('indefinite articles');

/** Words that may be names of things, with those that an article shows to be: "a mirror". */
function namesIn(words: readonly string[]): readonly string[] {
  return words.filter((word, at) => isName(word) || (!isGrammar(word) && isDetermined(words, at)));
}

function isDetermined(words: readonly string[], at: number): boolean {
  return ARTICLE.has(words[at - 1] ?? '');
}

/** Whether a folded word may be a thing's name: no grammar, no verb. */
function isName(word: string): boolean {
  return !isGrammar(word) && !isVerb(word) && !ASKING_WORDS.has(word);
}

const ASKING_WORDS = anySet('question frame');

/** A question with its thing behind it, before the sign that ends it. */
function joined(asked: string, subject: string): string {
  const end = END.exec(asked)?.[0] ?? '';
  const said = asked.slice(0, asked.length - end.length);
  const last = searchWords(said).at(-1) ?? '';
  const isProperty = ATTRIBUTE.has(last) || NO_TOPIC.has(last) || CATEGORY.has(last);
  return (
    [said, ...(isProperty && !subject.startsWith('(') ? [isSpanish(said) ? 'de' : 'of'] : []), subject].join(' ') + end
  );
}

function isSpanish(text: string): boolean {
  return /[¿áéíóúñ]|(?<!\p{L})(?:el|la|los|las|un|una|que|cual|cuales|como|de)(?!\p{L})/iu.test(text);
}

const LONGEST_SUBJECT = 4;

/** The thing that a question asks about, as it is written there; `null` where that is too much, or nothing. */
export function subjectOf(question: string): string | null {
  const idea = askedIdea(searchWords(question));
  const from = startOfName(idea, searchWords(question));
  if (from === -1) return null;
  const words = idea.slice(from);
  const stop = words.findIndex((word, at) => at > 0 && isVerb(word) && !isName(word));
  const kept = stop === -1 ? words : words.slice(0, stop);
  const last = kept.findLastIndex((word, at) => !isGrammar(word) && (at === 0 || !PARTICIPLE.test(word)));
  const named = untilJoint(kept.slice(0, last + 1));
  return named.length === 0 || named.length > LONGEST_SUBJECT ? null : asWritten(question, named);
}

/** "Images" of "images stored". */
const PARTICIPLE = /(?:ed|[ai]d[oa]s?)$/u;
const BETWEEN = anySet('follow-up joints');

/** Where the thing begins: behind "the difference between", and behind the verb of "cómo instalo". */
function startOfName(idea: readonly string[], words: readonly string[]): number {
  const from = idea.findIndex((word) => isName(word) && !ARTICLE.has(word));
  const [name = '', next = ''] = idea.slice(from);
  const before = words[words.indexOf(name) - 1];
  const isAsked = before === 'como' || before === 'se';
  if (from === -1 || idea.length === from + 1) return from;
  if (!isAsked && !((NO_TOPIC.has(name) || ATTRIBUTE.has(name)) && BETWEEN.has(next))) return from;
  const behind = idea.findIndex((word, at) => at > from && isName(word));
  return behind === -1 ? from : behind;
}

const JOINT = anySet('sides joined by');

/** "Docker" of "docker vs a virtual machine". */
function untilJoint(words: readonly string[]): readonly string[] {
  const joint = words.findIndex((word) => JOINT.has(word));
  return joint > 0 ? words.slice(0, joint) : words;
}

/** Folded words as they stand one after the other in a text. */
function asWritten(text: string, words: readonly string[]): string | null {
  const tokens = [...text.matchAll(/[\p{L}\p{N}]+/gu)];
  const at = tokens.findIndex((_, start) => words.every((word, n) => fold(tokens[start + n]?.[0] ?? '') === word));
  const first = tokens[at];
  const last = tokens[at + words.length - 1];
  return first === undefined || last === undefined ? null : text.slice(first.index, last.index + last[0].length);
}
