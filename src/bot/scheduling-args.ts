import { z } from 'zod';
import type { ActionEvent } from '../chat/port.js';
import { RETENTION_PERCENT, SCHEDULERS, SCHEDULING_CHOICES, type SchedulerName, SPREADS } from '../core/scheduling.js';
import type { SchedulingChange } from '../tutor/people/change-scheduling.js';
import { parse } from './args.js';

const days = z.coerce.number().refine((value) => SCHEDULING_CHOICES.maxIntervalDays.some((choice) => choice === value));
const percent = z.coerce.number().int().min(RETENTION_PERCENT.least).max(RETENTION_PERCENT.most);

const changeArgs = z.union([
  z
    .tuple([z.literal('scheduler'), z.enum([...SCHEDULERS, 'workspace'])])
    .transform(([kind, scheduler]): SchedulingChange => ({ kind, scheduler })),
  z
    .tuple([z.literal('retentionPercent'), percent])
    .transform(([, retentionPercent]): SchedulingChange => ({ kind: 'value', retentionPercent })),
  z
    .tuple([z.literal('maxIntervalDays'), days])
    .transform(([, maxIntervalDays]): SchedulingChange => ({ kind: 'value', maxIntervalDays })),
  z
    .tuple([z.literal('spread'), z.enum(SPREADS)])
    .transform(([, spread]): SchedulingChange => ({ kind: 'value', spread })),
  z
    .tuple([z.literal('overdueCredit'), z.enum(['yes', 'no'])])
    .transform(([, wish]): SchedulingChange => ({ kind: 'value', overdueCredit: wish === 'yes' })),
  z
    .tuple([z.literal('easyDay'), z.coerce.number().int().min(0).max(6)])
    .transform(([, day]): SchedulingChange => ({ kind: 'easy-day', day })),
]);

/** The change that a select asks for. Throws `UnreadableAction`. */
export function schedulingArg(event: Pick<ActionEvent, 'action' | 'args'>): SchedulingChange {
  return parse(changeArgs, event);
}

/** The scheduler chosen for a workspace. Throws `UnreadableAction`. */
export function schedulerArg(event: Pick<ActionEvent, 'action' | 'args'>): SchedulerName {
  return parse(z.tuple([z.enum(SCHEDULERS)]), event)[0];
}
