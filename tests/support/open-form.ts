import { controlsOf } from '../../src/chat/controls-of.js';
import type { Form, View } from '../../src/chat/port.js';
import type { BotUser } from './bot-user.js';

/** Opens the form behind a button, of a row where one is told. */
export function openForm(who: BotUser, view: View, label: RegExp, row?: RegExp): Promise<Form> {
  const rows = view.body.flatMap((block) => (block.kind === 'rows' ? block.rows : []));
  const within = row === undefined ? controlsOf(view) : (rows.find((one) => row.test(one.markdown))?.controls ?? []);
  const found = within.find((control) => label.test(control.label));
  if (found?.kind !== 'button') throw new Error(`no button like ${label}`);
  return who.form(found.action);
}

/** Opens the form of a command. */
export async function commandForm({ app, person, place }: BotUser, command: string): Promise<Form> {
  const route = app.route({ kind: 'command', person, command, options: {} });
  if (route?.answer !== 'form') throw new Error(`/${command} opens no form`);
  return route.open(place);
}

/** What the fields of a form say when it opens. */
export function valuesOf(form: Form): readonly string[] {
  return form.fields.map((field) => (field.kind === 'text' ? (field.value ?? '') : ''));
}
