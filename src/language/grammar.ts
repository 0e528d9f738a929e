import type { Language } from '../core/language.js';
import type { Asked, ConditionAsked, TermAsked } from './asked.js';
import type { Clause } from './clause.js';
import type { GrammaticalNumber, NounUse } from './nouns.js';
import type { Timed } from './time.js';
import type { WordSet } from './word-lists.js';

/** A name with the article and the number in which it is used; in bold where it stands in a question. */
export type Named = { readonly name: string; readonly article: string; readonly number: GrammaticalNumber };

type GrammarWords = {
  readonly articles: WordSet;
  /** Words that say little on a card. */
  readonly stopWords: WordSet;
  /** Words that name a set: "tipos", "benefits". */
  readonly categories: WordSet;
  /** Verbs in the form in which they say what is to be done: "crear", "create". */
  readonly actions: WordSet;
};

type NounGrammar = {
  /** @param article the one that the noun has already, or `''` */
  isPlural(noun: string, article: string, use: NounUse): boolean;
  /** The article with which a thing is spoken of, or `''` for what is named without one. */
  article(noun: string, number: GrammaticalNumber, use: NounUse): string;
  /** `el` for `un`: what was counted is spoken of. */
  definite(article: string): string;
  /** Whether a term is one of several, by its own ending and by what its definition begins with. */
  numberOfTerm(term: string, definition: string): GrammaticalNumber;
  /** The article of a term that is asked for. `inside` is the term as it stands in a sentence. */
  articleOfTerm(term: TermName, number: GrammaticalNumber, use: NounUse): string;
};

/** @see NounGrammar.articleOfTerm */
export type TermName = {
  readonly term: string;
  readonly inside: string;
  /** Without its gloss: `LXC` of "LXC (Linux container)". */
  readonly name: string;
  readonly definition: string;
};

export type SentenceGrammar = {
  /** Whether sentences name no subject where it is known: "Son inmutables". */
  readonly dropsSubjects: boolean;
  /** The sentence taken apart at its verb, or `null` where no verb is recognized. */
  clauseOf(sentence: string): Clause | null;
  /** A sentence up to a clause that says when, where, why or on what condition. */
  mainClause(sentence: string): string;
  /** What a sentence names and what it says that to be, where it says so the other way round: "Se conoce como foso al espacio …". */
  naming(sentence: string): { readonly term: string; readonly definition: string } | null;
  /** Whether a text begins with a verb. */
  opensWithVerb(text: string): boolean;
  /** Whether a subject is the name of something, short and whole enough to be asked about. */
  isNominal(subject: string): boolean;
  /** Where a sentence says when something was. */
  timeIn(sentence: string): Timed | null;
  /** Whether a folded word is a form of a verb in the third person, and no noun or adjective of that form. */
  isSurelyVerb(word: string): boolean;
  /** Whether a verb is in a form for one thing, or for several, as its subject is; a misread noun seldom is. */
  agrees(verb: string, number: GrammaticalNumber): boolean;
  /** "The best known", "el más útil": which one of several a thing is says nothing of what it is. */
  ranks(text: string): boolean;
  /** Whether a folded verb says little by itself, so that what it says of a thing has many right answers: "has", "does". */
  saysLittle(verb: string): boolean;
  /** Whether a sentence says what to do rather than what is so. */
  isRequest(sentence: string): boolean;
  /** Whether a sentence speaks of the one who wrote it or reads it: an aside, seldom a fact. */
  isPersonal(sentence: string): boolean;
  /** Whether a sentence opens with a word that points at something said before. */
  opensWithPointer(sentence: string): boolean;
  /** Whether a pronoun, or `''`, can stand for a thing in that number. */
  standsFor(pronoun: string, number: GrammaticalNumber): boolean;
  /** Whether a clause in the plural speaks of what a name in the singular ends with: "imágenes" of "tipos de imágenes". */
  speaksOfTail(clause: Clause, tail: string): boolean;
};

type TitleGrammar = {
  /** Titles such as "Introducción" that name nothing of their own. */
  isGeneric(title: string): boolean;
  /** Whether a title or term is a property of what stands above it: "Ventajas", "purpose". */
  isAttribute(title: string): boolean;
  /** Whether a label stands for what the thing above it is: "Def", "Definición". */
  asksWhat(label: string): boolean;
  /** "Docker" of "¿Qué es Docker?". */
  askedThing(title: string): string | null;
  /** "Docker" of "Beneficios de Docker". */
  ofWhat(title: string): string | null;
  /** Whether a title says what to do: "Crear una imagen", "Installing Docker". */
  isAction(title: string): boolean;
  /** Whether a title names a set: its head noun is "types", "beneficios" … */
  isCategory(title: string): boolean;
  /** "Beneficios Docker": a set and what it is of, where the title leaves out what joins them. */
  unlinked(title: string): { readonly head: string; readonly rest: string } | null;
  /** "beneficios de Docker" of the two. */
  linked(head: string, rest: string): string;
  /** " de la imagen" for "Etapas" below "La imagen". */
  tailOf(above: Named): string;
  /** The name that a line gives to the list below it: "the benefits" of "The benefits are:". */
  nameInLine(line: string): string | null;
  /** Whether a term says what the heading's thing is in one respect: "Desde el punto de vista del proceso". */
  isAspect(term: string): boolean;
  /** Whether a line that opens a list tells to do something: "Use the disk for:". */
  tellsToDo(line: string): boolean;
};

/** Questions as they stand on a card. What is `null` cannot be asked cleanly. */
type QuestionGrammar = {
  /** The question that a sentence answers. */
  sentence(clause: Clause, asked: Asked): string | null;
  /** Whether a question asks what a thing is like, to which anything is an answer. */
  asksHow(question: string): boolean;
  /** Whether it asks "what", not how many, when or with what. */
  asksWhat(question: string): boolean;
  /** The question for the time that a sentence names, given the sentence without those words. */
  when(clause: Clause, asked: Asked, when: string): string | null;
  /** The question that a term's definition answers. */
  term(definition: string, asked: TermAsked): string;
  /** "If A, B" as what happens if A. */
  condition(sentence: string): ConditionAsked | null;
  /** The question for the command or the code that does something. */
  purpose(text: string, isCommand: boolean): string | null;
  /** A sentence's own subject as it stands inside a question. */
  subject(subject: string, use: NounUse, number?: GrammaticalNumber): Asked;
  /** "Existen X." and "Son Y." are one fact: what X is. */
  existing(sentence: string, next: string, use: NounUse): string | null;
  /** A heading that asks, as a whole question. */
  title(title: string): string | null;
  whatIs(phrase: string, number: GrammaticalNumber): string | null;
  year(year: string): string;
  aspect(aspect: string): string;
  formula(name: string): string;
  /** Which are the members of a set? */
  which(phrase: string, named: Pick<Named, 'article' | 'number'>): string;
  keyPoints(phrase: string, count: number): string;
  steps(title: string, count: number): string;
  /** What stands behind a line that its list completes: "¿cuáles?". */
  completion(asksForWhich: boolean): string;
  /** What a thing has in a column of a table. @param column as it stands in a sentence */
  cell(name: string, column: ColumnName, use: NounUse): string;
  /** How a word or a phrase is said in another language. @param tongue its code, as `es` */
  translation(phrase: string, tongue: string): string;
  /** What a thing is like in a row where another is so. */
  counterpart(known: string, fact: string, asked: string): string;
  /** A name with its kind, by which alone it says what it is: "the `-v` option", "port 22". */
  ofKind(name: string, kind: string, isNumber: boolean, use: NounUse): string;
};

/** @see QuestionGrammar.cell */
export type ColumnName = {
  readonly title: string;
  readonly inside: string;
  /** It can stand behind an article: "role", not "Used for". */
  readonly isNoun: boolean;
};

/** All that is known of a language, for what makes cards. Each language satisfies it, and so does `NEUTRAL`, which knows none. */
export type Grammar = {
  /** `null`: the notes are in no language that is known. */
  readonly code: Language | null;
  readonly words: GrammarWords;
  readonly nouns: NounGrammar;
  readonly sentences: SentenceGrammar;
  readonly titles: TitleGrammar;
  readonly ask: QuestionGrammar;
};
