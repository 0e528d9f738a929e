import { z } from 'zod';
import type { ActionEvent } from '../chat/port.js';
import { type DayLimits, LIMIT_CHOICES, LONGEST_SESSION } from '../core/day.js';
import { SURENESS, type Sureness } from '../core/doubtful.js';
import { GRADES } from '../core/grade.js';
import { type PassageId, passageId, type QuestionId, questionId } from '../core/ids.js';
import { QUESTION_KINDS, type QuestionKind } from '../core/question-kind.js';
import { EXPORT_FORMATS } from '../tutor/decks/export-own.js';
import { ASIDE } from '../tutor/review/put-aside.js';
import type { MoreRequest } from '../tutor/review/start-more.js';
import { PRACTICES, type Practice } from '../tutor/review/start-practice.js';
import { UnreadableAction } from './feature.js';
import { FOLLOW_UPS } from './views/more-select.js';

const id = z.string().min(1).max(64);
const turn = z.coerce.number().int().min(1).max(100_000);

const passageArgs = z.tuple([id.transform(passageId)]);
const pressArgs = z.tuple([id, turn]).transform(([session, number]) => ({ session, turn: number }));
const questionArgs = z.tuple([id.transform(questionId)]);
const page = z.coerce.number().int().min(0).max(10_000);
const questionOnPage = z
  .tuple([page, id.transform(questionId)])
  .transform(([number, question]) => ({ page: number, question }));
const gradeArgs = z
  .tuple([id, turn, z.enum(GRADES)])
  .transform(([session, number, grade]) => ({ session, turn: number, grade }));

const pickArgs = z.tuple([id, turn, id]).transform(([session, number, key]) => ({ session, turn: number, key }));

const followUpArgs = z.tuple([
  z
    .string()
    .max(80)
    .transform((value) => [value.slice(0, value.indexOf(':')), value.slice(value.indexOf(':') + 1)])
    .pipe(z.tuple([z.enum(FOLLOW_UPS), id]))
    .transform(([kind, of]) =>
      kind === 'open' ? ({ kind, passage: passageId(of) } as const) : ({ kind, question: questionId(of) } as const),
    ),
]);

const draftPageArgs = z
  .tuple([id, z.coerce.number().int().min(0).max(100_000)])
  .transform(([draft, page]) => ({ draft, page }));
const draftChoiceArgs = z.tuple([id, id, id]).transform(([draft, card, choice]) => ({ draft, card, choice }));

/** Parses a button's arguments. Throws `UnreadableAction`. */
export function parse<T>(schema: z.ZodType<T>, event: Pick<ActionEvent, 'action' | 'args'>): T {
  const result = schema.safeParse(event.args);
  if (!result.success) throw new UnreadableAction(event.action);
  return result.data;
}

/** The passage of a button. Throws `UnreadableAction`. */
export function passageArg(event: Pick<ActionEvent, 'action' | 'args'>): PassageId {
  return parse(passageArgs, event)[0];
}

/** The session and turn of a button. Throws `UnreadableAction`. */
export function pressArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof pressArgs> {
  return parse(pressArgs, event);
}

/** The same with a grade. Throws `UnreadableAction`. */
export function gradeArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof gradeArgs> {
  return parse(gradeArgs, event);
}

/** The same with the key of an option. Throws `UnreadableAction`. */
export function pickArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof pickArgs> {
  return parse(pickArgs, event);
}

/** Which practice a button starts. Throws `UnreadableAction`. */
export function practiceArg(event: Pick<ActionEvent, 'action' | 'args'>): Practice {
  return parse(z.tuple([z.enum(PRACTICES)]), event)[0];
}

const otherArgs = z
  .tuple([id, turn, z.enum([...ASIDE, 'wrong'])])
  .transform(([session, number, other]) => ({ session, turn: number, other }));

/** The session and turn of a card, and what is wanted with it. Throws `UnreadableAction`. */
export function otherArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof otherArgs> {
  return parse(otherArgs, event);
}

const sessionCardArgs = z.tuple([id, z.string().min(1).max(128)]).transform(([session, card]) => ({ session, card }));

/** A session, and a card by its short reference. Throws `UnreadableAction`. */
export function sessionCardArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof sessionCardArgs> {
  return parse(sessionCardArgs, event);
}

const aliasArgs = z
  .tuple([id, turn, z.string().max(80), z.string().max(80)])
  .transform(([session, number, alias, meaning]) => ({ session, turn: number, alias, meaning }));

/** The session and turn of a card, and another name for something of its answer. Throws `UnreadableAction`. */
export function aliasArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof aliasArgs> {
  return parse(aliasArgs, event);
}

/** The question of a button. Throws `UnreadableAction`. */
export function questionArg(event: Pick<ActionEvent, 'action' | 'args'>): QuestionId {
  return parse(questionArgs, event)[0];
}

/** The option chosen below an answer. Throws `UnreadableAction`. */
export function followUpArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof followUpArgs>[0] {
  return parse(followUpArgs, event)[0];
}

/** The page of a list that a button opens, from 0. Throws `UnreadableAction`. */
export function pageArg(event: Pick<ActionEvent, 'action' | 'args'>): number {
  return parse(z.tuple([page]), event)[0];
}

/** A chosen question of a page. Throws `UnreadableAction`. */
export function questionOfPage(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof questionOnPage> {
  return parse(questionOnPage, event);
}

const wanted = z.union([z.enum(['due', 'practice']), z.coerce.number().int().min(1).max(LONGEST_SESSION)]);
const moreArgs = z
  .union([z.tuple([id, wanted]), z.tuple([id, wanted, id])])
  .transform(([offer, cards, deck]) => ({ offer, wanted: cards, deck: deck ?? null }));

/** Cards beyond the day's limits, and the button's session for them. Throws `UnreadableAction`. */
export function moreArg(event: Pick<ActionEvent, 'action' | 'args'>): MoreRequest {
  return parse(moreArgs, event);
}

/** A limit as an option's value; `null` is no limit. */
export function limitValue(choice: number | null): string {
  return choice === null ? 'all' : String(choice);
}

function choiceOf<T extends number | null>(choices: readonly T[]) {
  return z.string().transform((typed, check): T => {
    const found = choices.find((choice) => limitValue(choice) === typed);
    if (found !== undefined) return found;
    check.addIssue({ code: 'custom', message: 'not a choice' });
    return z.NEVER;
  });
}

const length = choiceOf(LIMIT_CHOICES.perSession);
const limitArgs = z.union([
  z.tuple([z.literal('newPerDay'), choiceOf(LIMIT_CHOICES.newPerDay)]).transform(([, newPerDay]) => ({ newPerDay })),
  z
    .tuple([z.literal('reviewsPerDay'), choiceOf(LIMIT_CHOICES.reviewsPerDay)])
    .transform(([, reviewsPerDay]) => ({ reviewsPerDay })),
  z.tuple([z.literal('perSession'), length]).transform(([, perSession]) => ({ perSession })),
]);

/** A limit with its chosen value. Throws `UnreadableAction`. */
export function limitArg(event: Pick<ActionEvent, 'action' | 'args'>): Partial<DayLimits> {
  return parse(limitArgs, event);
}

/** The chosen length of a session. Throws `UnreadableAction`. */
export function lengthArg(event: Pick<ActionEvent, 'action' | 'args'>): Pick<DayLimits, 'perSession'> {
  return { perSession: parse(z.tuple([length]), event)[0] };
}

/** The only argument, such as the value of a select. Throws `UnreadableAction`. */
export function textArg(event: Pick<ActionEvent, 'action' | 'args'>): string {
  return parse(z.tuple([z.string().max(64)]), event)[0];
}

const exportArgs = z.tuple([z.enum(EXPORT_FORMATS), id.max(80)]).transform(([format, deck]) => ({ format, deck }));

/** The format of an export, and the id of its deck. Throws `UnreadableAction`. */
export function exportArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof exportArgs> {
  return parse(exportArgs, event);
}

/** A draft and the page of one of its unclear cards. Throws `UnreadableAction`. */
export function draftPageArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof draftPageArgs> {
  return parse(draftPageArgs, event);
}

/** A draft, one of its unclear cards, and the decision about it. Throws `UnreadableAction`. */
export function draftChoiceArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof draftChoiceArgs> {
  return parse(draftChoiceArgs, event);
}

/** How somebody chose to be asked. Throws `UnreadableAction`. */
export function questionKindArg(event: Pick<ActionEvent, 'action' | 'args'>): QuestionKind {
  return parse(z.tuple([z.enum(QUESTION_KINDS)]), event)[0];
}

/** The chosen sureness of a workspace. Throws `UnreadableAction`. */
export function surenessArg(event: Pick<ActionEvent, 'action' | 'args'>): Sureness {
  return parse(z.tuple([z.enum(SURENESS)]), event)[0];
}
