import { z } from 'zod';
import type { ActionEvent } from '../chat/port.js';
import { GRADES } from '../core/grade.js';
import { type PassageId, passageId, type QuestionId, questionId } from '../core/ids.js';
import { UnreadableAction } from './feature.js';

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

function parse<T>(schema: z.ZodType<T>, event: Pick<ActionEvent, 'action' | 'args'>): T {
  const result = schema.safeParse(event.args);
  if (!result.success) throw new UnreadableAction(event.action);
  return result.data;
}

/** The passage that a button names. Throws `UnreadableAction`. */
export function passageArg(event: Pick<ActionEvent, 'action' | 'args'>): PassageId {
  return parse(passageArgs, event)[0];
}

/** The session and turn that a button was made for. Throws `UnreadableAction`. */
export function pressArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof pressArgs> {
  return parse(pressArgs, event);
}

/** The same with a grade. Throws `UnreadableAction`. */
export function gradeArg(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof gradeArgs> {
  return parse(gradeArgs, event);
}

/** The question that a button names. Throws `UnreadableAction`. */
export function questionArg(event: Pick<ActionEvent, 'action' | 'args'>): QuestionId {
  return parse(questionArgs, event)[0];
}

/** The page of a list that a button leads to, from 0. Throws `UnreadableAction`. */
export function pageArg(event: Pick<ActionEvent, 'action' | 'args'>): number {
  return parse(z.tuple([page]), event)[0];
}

/** A question that was chosen on a page. Throws `UnreadableAction`. */
export function questionOfPage(event: Pick<ActionEvent, 'action' | 'args'>): z.infer<typeof questionOnPage> {
  return parse(questionOnPage, event);
}

/** The only argument, such as the chosen value of a select. Throws `UnreadableAction`. */
export function textArg(event: Pick<ActionEvent, 'action' | 'args'>): string {
  return parse(z.tuple([z.string().max(64)]), event)[0];
}
