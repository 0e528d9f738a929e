import type { Form } from '../port.js';
import { FormCard } from './render-view.js';
import type { RoomWords } from './words.js';

/** A form to be put below the message that asked for it. */
export async function formHtml(form: Form, entry: number, words: RoomWords): Promise<string> {
  return String(await (<FormCard form={form} entry={entry} words={words} />));
}
