import type { Block, Control, View } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { SCHEDULERS, SCHEDULING_CHOICES, type SchedulerName, SPREADS } from '../../core/scheduling.js';
import type { EasyDays } from '../../core/spread.js';
import type { Learner } from '../../tutor/people/meet-learner.js';
import { button } from '../controls.js';
import { type MessageKey, say } from '../messages/say.js';
import { weekdayName } from '../words.js';

type SchedulingShown = {
  readonly ofWorkspace: SchedulerName;
  readonly manages: boolean;
  readonly notice: MessageKey | null;
};

type Option = { readonly value: string; readonly label: string; readonly selected: boolean };

function select(label: string, field: string, options: readonly Option[]): Control {
  return { kind: 'select', label, action: { action: 'settings.plan', args: [field] }, options };
}

function schedulerSelect({ language, scheduling }: Learner, ofWorkspace: SchedulerName): Control {
  const own = SCHEDULERS.map((value) => ({
    value,
    label: say(language, `settings.plan.${value}`),
    selected: scheduling.chosenBy === 'person' && scheduling.scheduler === value,
  }));
  const name = say(language, `settings.plan.${ofWorkspace}.name`);
  return select(say(language, 'settings.plan.scheduler'), 'scheduler', [
    {
      value: 'workspace',
      label: say(language, 'settings.plan.workspace', { name }),
      selected: scheduling.chosenBy === 'workspace',
    },
    ...own,
  ]);
}

/** The choices of a number, with the person's own one where it is none of them. */
function numbers(choices: readonly number[], chosen: number, label: (value: number) => string): readonly Option[] {
  const all = choices.includes(chosen) ? choices : [chosen, ...choices];
  return all.map((value) => ({ value: String(value), label: label(value), selected: value === chosen }));
}

function retentionSelect({ language, scheduling }: Learner): Control {
  const options = numbers(SCHEDULING_CHOICES.retentionPercent, scheduling.retentionPercent, (percent) =>
    say(language, 'settings.plan.retention.option', { percent }),
  );
  return select(say(language, 'settings.plan.retention'), 'retentionPercent', options);
}

function longestSelect({ language, scheduling }: Learner): Control {
  const options = numbers(SCHEDULING_CHOICES.maxIntervalDays, scheduling.maxIntervalDays, (days) =>
    say(language, 'settings.plan.longest.option', { days }),
  );
  return select(say(language, 'settings.plan.longest'), 'maxIntervalDays', options);
}

function creditSelect({ language, scheduling }: Learner): Control {
  const options = (['no', 'yes'] as const).map((value) => ({
    value,
    label: say(language, `settings.plan.credit.${value}`),
    selected: scheduling.overdueCredit === (value === 'yes'),
  }));
  return select(say(language, 'settings.plan.credit'), 'overdueCredit', options);
}

function spreadSelect({ language, scheduling }: Learner): Control {
  const options = SPREADS.map((value) => ({
    value,
    label: say(language, `settings.plan.spread.${value}`),
    selected: value === scheduling.spread,
  }));
  return select(say(language, 'settings.plan.spread'), 'spread', options);
}

/** Each choice gives a day the next of its states, so none of them is the chosen one. */
function easySelect({ language, scheduling: { easyDays } }: Learner): Control {
  const options = easyDays.map((ease, day) => ({
    value: String(day),
    label: say(language, 'settings.plan.easy.option', { day: weekdayName(language, day), ease }),
    selected: false,
  }));
  return select(say(language, 'settings.plan.easy'), 'easyDay', options);
}

function easyLine(language: Language, easyDays: EasyDays): readonly Block[] {
  const named = (wanted: EasyDays[number]) =>
    new Intl.ListFormat(language).format(
      easyDays.flatMap((ease, day) => (ease === wanted ? [weekdayName(language, day)] : [])),
    );
  const lines = (['fewer', 'none'] as const).flatMap((ease) =>
    easyDays.includes(ease) ? [say(language, `settings.plan.easy.${ease}`, { days: named(ease) })] : [],
  );
  return lines.length === 0 ? [] : [{ kind: 'text', markdown: lines.join(' ') }];
}

function everyoneSelect(language: Language, ofWorkspace: SchedulerName): Control {
  return {
    kind: 'select',
    label: say(language, 'settings.plan.everyone'),
    action: { action: 'settings.plan.all', args: [] },
    options: SCHEDULERS.map((value) => ({
      value,
      label: say(language, 'settings.plan.everyone.option', { name: say(language, `settings.plan.${value}.name`) }),
      selected: value === ofWorkspace,
    })),
  };
}

/** When a person's cards come back, and what decides it. */
export function schedulingView(learner: Learner, { ofWorkspace, manages, notice }: SchedulingShown): View {
  const { language, scheduling } = learner;
  return {
    ...(notice === null ? {} : { tone: 'success' as const }),
    title: say(language, 'settings.plan'),
    body: [
      ...(notice === null ? [] : [{ kind: 'text', markdown: say(language, notice) } as const]),
      { kind: 'text', markdown: say(language, `settings.plan.${scheduling.scheduler}.body`) },
      ...easyLine(language, scheduling.easyDays),
    ],
    controls: [
      schedulerSelect(learner, ofWorkspace),
      scheduling.scheduler === 'fsrs' ? retentionSelect(learner) : creditSelect(learner),
      spreadSelect(learner),
      easySelect(learner),
      longestSelect(learner),
      ...(manages ? [everyoneSelect(language, ofWorkspace)] : []),
      button(say(language, 'help.back'), 'settings.back'),
    ],
    footer: say(language, 'settings.plan.kept'),
  };
}
