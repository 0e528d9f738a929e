import type { ActionEvent, CommandEvent, View } from '../../chat/port.js';
import { suggestConcepts } from '../../tutor/ask/suggest-concepts.js';
import {
  decideAlias,
  findAlias,
  forgetAlias,
  LONGEST_NAME,
  readAlias,
  readAliases,
  restoreAlias,
  suggestAlias,
  teachAlias,
} from '../../tutor/ask/teach-alias.js';
import { restoreSuggestion } from '../../tutor/decks/suggest-card.js';
import { pageArg } from '../args.js';
import { commandOption, commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { thingOnPageArg } from '../list-args.js';
import { escapeInline } from '../markdown.js';
import { mayChange } from '../permission.js';
import { MOST_OPTIONS } from '../platform-limits.js';
import { commandForm } from '../run-command.js';
import {
  ALIASES_SHOWN,
  aliasesView,
  decidedAliasNotice,
  removeAliasView,
  removedAliasNotice,
  restoredAliasNotice,
  SUGGESTIONS_SHOWN,
} from '../views/aliases-view.js';
import { type Notice, notAllowedView } from '../views/notice.js';
import { noticeView } from '../views/notice-view.js';
import { clampPage } from '../views/page-controls.js';
import { restoredSuggestionNotice } from '../views/queue-view.js';

/** How many words may precede the one that is being suggested for. */
const LONGEST_BEFORE = 6;

async function show(
  call: Call<CommandEvent | ActionEvent>,
  page: number = 0,
  notice: Notice | null = null,
): Promise<View> {
  const { context, learner, language } = call;
  const known = await readAliases(context, learner, SUGGESTIONS_SHOWN);
  const place = clampPage({ page, size: ALIASES_SHOWN, total: known.aliases.length });
  return aliasesView(language, known, place, { mayChange: await mayChange(call), notice });
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
  const values = { alias: escapeInline(alias.alias), title: escapeInline(taught.leadsTo ?? alias.meaning) };
  return noticeView(language, 'success', taught.leadsTo === null ? 'alias.taught.nothing' : 'alias.taught', values);
}

/** Runs an action for people with permission, and shows the page again with the result. */
async function act(
  call: Call<ActionEvent>,
  change: (named: { readonly page: number; readonly ref: string }) => Promise<Notice>,
): Promise<View> {
  const named = thingOnPageArg(call.event);
  if (!(await mayChange(call))) return notAllowedView(call.language);
  return show(call, named.page, await change(named));
}

function decide(call: Call<ActionEvent>, decision: 'accepted' | 'dropped'): Promise<View> {
  const { context, learner, language } = call;
  return act(call, async ({ page, ref }) => {
    const decided = await decideAlias(context, learner, ref, decision);
    return decidedAliasNotice(language, decided === 'decided' ? decision : decided, [page, ref]);
  });
}

function letWait(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  return act(call, async ({ ref }) =>
    restoredSuggestionNotice(language, await restoreSuggestion(context, learner, ref, 'alias')),
  );
}

async function askToRemove(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  const { page, ref } = thingOnPageArg(event);
  if (!(await mayChange(call))) return notAllowedView(language);
  const alias = await findAlias(context, learner, ref);
  return alias === null
    ? show(call, page, removedAliasNotice(language, null, page))
    : removeAliasView(language, alias, page);
}

function remove(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  return act(call, async ({ page, ref }) =>
    removedAliasNotice(language, await forgetAlias(context, learner, ref), page),
  );
}

function restore(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language } = call;
  return act(call, async ({ ref }) => restoredAliasNotice(language, await restoreAlias(context, learner, ref)));
}

/** `/alias`: teaches everybody here another name for something in the notes. */
export const aliasFeature = feature({
  command: commandSpec('alias', 'command.alias', [
    commandOption('alias', 'command.alias.alias', { required: false, suggests: false }),
    commandOption('meaning', 'command.alias.meaning', { required: false, suggests: true }),
  ]),
  run: { answer: 'private', handle: teach },
  needs: (options) => (Object.keys(options).length === 0 ? [] : ['alias', 'meaning']),
  // Plain words must not teach by accident, so a sign or quotes must separate the two names.
  understand: async (_, options, words) =>
    /[=:→"“«]|->/u.test(words) && options.meaning !== undefined ? options : null,
  actions: {
    'alias.teach': { answer: 'form', open: async ({ language }) => commandForm(language, aliasFeature, { alias: '' }) },
    'alias.page': { answer: 'replace', handle: (call) => show(call, pageArg(call.event)) },
    'alias.accept': { answer: 'replace', handle: (call) => decide(call, 'accepted') },
    'alias.drop': { answer: 'replace', handle: (call) => decide(call, 'dropped') },
    'alias.wait': { answer: 'replace', handle: letWait },
    'alias.remove': { answer: 'replace', handle: askToRemove },
    'alias.remove.yes': { answer: 'replace', handle: remove },
    'alias.restore': { answer: 'replace', handle: restore },
  },
  async suggest({ context, learner, event }) {
    if (event.option !== 'meaning') return [];
    // On a typed line the other name comes first.
    const words = event.typed.trim().split(/\s+/u);
    const endings = words.slice(0, LONGEST_BEFORE).map((_, at) => words.slice(at).join(' '));
    const found = await Promise.all(endings.map((typed) => suggestConcepts(context, learner, typed, MOST_OPTIONS)));
    const titles = new Set(found.flat().map(({ title }) => title));
    return [...titles].slice(0, MOST_OPTIONS).map((title) => ({ label: title, value: title }));
  },
});
