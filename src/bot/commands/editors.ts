import type { ActionEvent, CommandEvent, View } from '../../chat/port.js';
import { readEditors, setEditor } from '../../tutor/decks/set-editors.js';
import { pageArg } from '../args.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { thingOnPageArg } from '../list-args.js';
import { escapeInline } from '../markdown.js';
import { say } from '../messages/say.js';
import { editorsView, PEOPLE_SHOWN } from '../views/editors-view.js';
import type { Notice } from '../views/notice.js';
import { noticeView } from '../views/notice-view.js';
import { clampPage } from '../views/page-controls.js';

async function show(
  { context, learner, language, event }: Call<CommandEvent | ActionEvent>,
  page: number,
  notice: Notice | null = null,
): Promise<View> {
  if (!event.person.manages) return noticeView(language, 'warning', 'editors.not-allowed');
  const people = await readEditors(context, learner);
  return editorsView(language, people, clampPage({ page, size: PEOPLE_SHOWN, total: people.length }), notice);
}

async function name(call: Call<ActionEvent>, wish: 'add' | 'remove'): Promise<View> {
  const { context, learner, language, event } = call;
  const { page, ref } = thingOnPageArg(event);
  const named = event.person.manages ? await setEditor(context, learner, ref, wish) : null;
  if (named === null) return show(call, page);
  const key = wish === 'add' ? 'editors.added' : 'editors.removed';
  return show(call, page, { tone: 'success', markdown: say(language, key, { name: escapeInline(named) }) });
}

/** `/editors`: the people whom the platform's managers let change shared decks. */
export const editorsFeature = feature({
  command: commandSpec('editors', 'command.editors'),
  run: { answer: 'private', handle: (call) => show(call, 0) },
  actions: {
    'editors.page': { answer: 'replace', handle: (call) => show(call, pageArg(call.event)) },
    'editors.add': { answer: 'replace', handle: (call) => name(call, 'add') },
    'editors.remove': { answer: 'replace', handle: (call) => name(call, 'remove') },
  },
});
