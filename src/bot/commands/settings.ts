import type { ActionEvent, Person, View } from '../../chat/port.js';
import { changeSureness, surenessOf } from '../../tutor/decks/pile/change-sureness.js';
import { changeLimits } from '../../tutor/people/change-limits.js';
import {
  changeScheduling,
  changeWorkspaceScheduler,
  workspaceScheduler,
} from '../../tutor/people/change-scheduling.js';
import { changeLanguage, changeQuestionKind, changeTimeZone } from '../../tutor/people/change-settings.js';
import type { Learner } from '../../tutor/people/meet-learner.js';
import { limitArg, questionKindArg, surenessArg, textArg } from '../args.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import type { MessageKey } from '../messages/say.js';
import { schedulerArg, schedulingArg } from '../scheduling-args.js';
import { noticeView } from '../views/notice-view.js';
import { questionKindView } from '../views/question-kind-view.js';
import { schedulingView } from '../views/scheduling-view.js';
import { settingsView } from '../views/settings-view.js';
import { surenessView } from '../views/sureness-view.js';
import { timeZoneForm, unclearZoneView } from '../views/time-zone-view.js';

type AnyCall = Call<{ readonly person: Person }>;

function view({ context, event }: AnyCall, learner: Learner, notice: MessageKey | null): View {
  return settingsView(learner, { now: context.now, notice, manages: event.person.manages });
}

async function show(call: AnyCall): Promise<View> {
  return view(call, call.learner, null);
}

async function setLanguage(call: AnyCall, language: string): Promise<View> {
  return view(call, await changeLanguage(call.context, call.learner, language), 'settings.saved');
}

async function setLimit(call: Call<ActionEvent>): Promise<View> {
  return view(call, await changeLimits(call.context, call.learner, limitArg(call.event)), 'settings.saved');
}

async function showSureness({ context, learner, language, event }: AnyCall): Promise<View> {
  if (!event.person.manages) return noticeView(language, 'warning', 'editors.not-allowed');
  return surenessView(language, await surenessOf(context, learner), null);
}

async function setSureness({ context, learner, language, event }: Call<ActionEvent>): Promise<View> {
  if (!event.person.manages) return noticeView(language, 'warning', 'editors.not-allowed');
  const sureness = surenessArg(event);
  return surenessView(language, sureness, await changeSureness(context, learner, sureness));
}

async function setQuestionKind({ context, learner, event }: Call<ActionEvent>): Promise<View> {
  return questionKindView(await changeQuestionKind(context, learner, questionKindArg(event)), true);
}

async function planView({ context, event }: AnyCall, learner: Learner, notice: MessageKey | null): Promise<View> {
  const ofWorkspace = await workspaceScheduler(context, learner);
  return schedulingView(learner, { ofWorkspace, manages: event.person.manages, notice });
}

async function setPlan(call: Call<ActionEvent>): Promise<View> {
  const changed = await changeScheduling(call.context, call.learner, schedulingArg(call.event));
  return planView(call, changed, 'settings.plan.saved');
}

async function setPlanOfAll(call: Call<ActionEvent>): Promise<View> {
  const { context, learner, language, event } = call;
  if (!event.person.manages) return noticeView(language, 'warning', 'editors.not-allowed');
  const changed = await changeWorkspaceScheduler(context, learner, schedulerArg(event));
  return planView(call, changed, 'settings.plan.saved-all');
}

async function setTimeZone(call: AnyCall, typed: string): Promise<View> {
  const { context, learner, language } = call;
  const change = await changeTimeZone(context, learner, typed);
  if (change.kind === 'several' || change.kind === 'unknown') return unclearZoneView(language, context.now, change);
  const notice = change.kind === 'same' ? 'settings.time-zone.same' : 'settings.saved';
  return view(call, change.learner, notice);
}

export const settingsFeature = feature({
  command: commandSpec('settings', 'command.settings'),
  run: { answer: 'private', handle: show },
  actions: {
    'settings.show': { answer: 'private', handle: show },
    'settings.back': { answer: 'replace', handle: show },
    'settings.cards': { answer: 'replace', handle: showSureness },
    'settings.sureness': { answer: 'replace', handle: setSureness },
    'settings.asking': { answer: 'replace', handle: async ({ learner }) => questionKindView(learner, false) },
    'settings.plan.show': { answer: 'replace', handle: (call) => planView(call, call.learner, null) },
    'settings.plan': { answer: 'replace', handle: setPlan },
    'settings.plan.all': { answer: 'replace', handle: setPlanOfAll },
    'settings.ask': { answer: 'replace', handle: setQuestionKind },
    'settings.language': { answer: 'replace', handle: (call) => setLanguage(call, textArg(call.event)) },
    'settings.limit': { answer: 'replace', handle: setLimit },
    'settings.zone-form': {
      answer: 'form',
      open: async ({ language }) => timeZoneForm(language),
    },
    'settings.zone-pick': { answer: 'replace', handle: (call) => setTimeZone(call, textArg(call.event)) },
  },
  submissions: {
    'settings.zone': { answer: 'private', handle: (call) => setTimeZone(call, call.event.values.zone ?? '') },
  },
});
