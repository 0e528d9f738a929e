import type { ActionEvent, View } from '../../chat/port.js';
import { changeLimits } from '../../tutor/people/change-limits.js';
import { changeLanguage, changeTimeZone } from '../../tutor/people/change-settings.js';
import { limitArg, textArg } from '../args.js';
import { commandSpec } from '../command-spec.js';
import { type Call, feature } from '../feature.js';
import { settingsView } from '../views/settings-view.js';
import { timeZoneForm, unclearZoneView } from '../views/time-zone-view.js';

async function show({ context, learner }: Call<unknown>): Promise<View> {
  return settingsView(learner, context.now, null);
}

async function setLanguage(call: Call<unknown>, language: string): Promise<View> {
  const learner = await changeLanguage(call.context, call.learner, language);
  return settingsView(learner, call.context.now, 'settings.saved');
}

async function setLimit({ context, learner, event }: Call<ActionEvent>): Promise<View> {
  return settingsView(await changeLimits(context, learner, limitArg(event)), context.now, 'settings.saved');
}

async function setTimeZone({ context, learner, language }: Call<unknown>, typed: string): Promise<View> {
  const change = await changeTimeZone(context, learner, typed);
  if (change.kind === 'several' || change.kind === 'unknown') return unclearZoneView(language, context.now, change);
  const notice = change.kind === 'same' ? 'settings.time-zone.same' : 'settings.saved';
  return settingsView(change.learner, context.now, notice);
}

export const settingsFeature = feature({
  command: commandSpec('settings', 'command.settings'),
  run: { answer: 'private', handle: show },
  actions: {
    'settings.show': { answer: 'private', handle: show },
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
