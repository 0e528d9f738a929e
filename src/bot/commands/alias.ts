import type { ActionEvent, CommandEvent, View } from '../../chat/port.js';
import { suggestConcepts } from '../../tutor/suggest-concepts.js';
import {
  decideAlias,
  forgetAlias,
  LONGEST_NAME,
  readAlias,
  readAliases,
  suggestAlias,
  teachAlias,
} from '../../tutor/teach-alias.js';
import { textArg } from '../args.js';
import { commandOption, commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { escapeMarkdown } from '../markdown.js';
import { type MessageKey, say } from '../messages/say.js';
import { mayChange } from '../permission.js';
import { aliasesView } from '../views/aliases-view.js';
import { noticeView } from '../views/notice-view.js';

const SUGGESTIONS = 25;
/** Words that may stand before what is suggested for. */
const LONGEST_BEFORE = 6;

async function show(call: Call<CommandEvent | ActionEvent>, notice: string | null = null): Promise<View> {
  const { context, learner, language } = call;
  return aliasesView(language, await readAliases(context, learner), await mayChange(call), notice);
}

async function teach(call: Call<CommandEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { alias: name, meaning } = event.options;
  if (name === undefined && meaning === undefined) return show(call);
  const alias = readAlias(name ?? '', meaning ?? '');
  if (alias === null) return noticeView(language, 'warning', 'alias.unclear', { max: LONGEST_NAME });
  if (!(await mayChange(call))) {
    await suggestAlias(context, learner, alias);
    return noticeView(language, 'success', 'alias.suggested');
  }
  const taught = await teachAlias(context, learner, alias);
  if (taught.kind === 'full') return noticeView(language, 'warning', 'alias.full');
  const values = { alias: escapeMarkdown(alias.alias), title: escapeMarkdown(taught.leadsTo ?? alias.meaning) };
  return noticeView(language, 'success', taught.leadsTo === null ? 'alias.taught.nothing' : 'alias.taught', values);
}

async function decide(call: Call<ActionEvent>, decision: 'accepted' | 'dropped'): Promise<View> {
  const { context, learner, language, event } = call;
  if (!(await mayChange(call))) return noticeView(language, 'warning', 'change.not-allowed');
  const decided = await decideAlias(context, learner, textArg(event), decision);
  const done: MessageKey = decision === 'accepted' ? 'queue.accepted' : 'queue.dropped';
  const notice = { decided: done, known: 'queue.known', full: 'alias.full' } as const;
  return show(call, say(language, notice[decided]));
}

async function remove(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  if (!(await mayChange(call))) return noticeView(language, 'warning', 'change.not-allowed');
  const gone = await forgetAlias(context, learner, textArg(event));
  return show(call, say(language, gone === 'forgotten' ? 'alias.removed' : 'queue.known'));
}

/** `/alias`: another name for what the notes call something, for everyone here. */
export const alias = feature({
  command: commandSpec('alias', 'command.alias', [
    commandOption('alias', 'command.alias.alias', { required: false, suggests: false }),
    commandOption('meaning', 'command.alias.meaning', { required: false, suggests: true }),
  ]),
  run: { answer: 'private', handle: teach },
  needs: (options) => (Object.keys(options).length === 0 ? [] : ['alias', 'meaning']),
  // Plain words teach nothing by chance: a sign or quotes have to part the two names.
  meant: async (_, options, words) => (/[=:→"“«]|->/u.test(words) && options.meaning !== undefined ? options : null),
  actions: {
    'alias.accept': { answer: 'replace', handle: (call) => decide(call, 'accepted') },
    'alias.drop': { answer: 'replace', handle: (call) => decide(call, 'dropped') },
    'alias.remove': { answer: 'replace', handle: remove },
  },
  async suggest({ context, learner, event }) {
    if (event.option !== 'meaning') return [];
    // On a typed line the other name stands before it.
    const words = event.typed.trim().split(/\s+/u);
    const endings = words.slice(0, LONGEST_BEFORE).map((_, at) => words.slice(at).join(' '));
    const found = await Promise.all(endings.map((typed) => suggestConcepts(context, learner, typed, SUGGESTIONS)));
    const titles = new Set(found.flat().map(({ title }) => title));
    return [...titles].slice(0, SUGGESTIONS).map((title) => ({ label: title, value: title }));
  },
});
