import type { ActionEvent, CommandEvent, View } from '../../chat/port.js';
import { learnerId } from '../../core/ids.js';
import { nameEditor, readEditors } from '../../tutor/name-editors.js';
import { textArg } from '../args.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { editorsView } from '../views/editors-view.js';
import { noticeView } from '../views/notice-view.js';

async function show({ context, learner, language, event }: Call<CommandEvent | ActionEvent>): Promise<View> {
  if (!event.person.manages) return noticeView(language, 'warning', 'editors.not-allowed');
  return editorsView(language, await readEditors(context, learner));
}

async function name(call: Call<ActionEvent>, wish: 'add' | 'remove'): Promise<View> {
  const { context, learner, event } = call;
  if (event.person.manages) await nameEditor(context, learner, learnerId(textArg(event)), wish);
  return show(call);
}

/** `/editors`: whom the platform's managers let change shared decks. */
export const editors = feature({
  command: commandSpec('editors', 'command.editors'),
  run: { answer: 'private', handle: show },
  actions: {
    'editors.add': { answer: 'replace', handle: (call) => name(call, 'add') },
    'editors.remove': { answer: 'replace', handle: (call) => name(call, 'remove') },
  },
});
