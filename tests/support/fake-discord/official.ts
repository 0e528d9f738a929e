import * as official from 'discord-api-spec/zod';
import type { core } from 'zod/mini';
import type { Problem } from './api-error.js';

type Issue = core.$ZodIssue;

/** Of the alternatives of a union the one that was meant: that of the right `type`, else the nearest. */
function meant(alternatives: readonly (readonly Issue[])[]): readonly Issue[] {
  const ofThisType = alternatives.filter(
    (issues) => !issues.some(({ path }) => path.length === 1 && path[0] === 'type'),
  );
  const candidates = ofThisType.length > 0 ? ofThisType : alternatives;
  return [...candidates].sort((a, b) => a.length - b.length)[0] ?? [];
}

function problemsOf(issue: Issue, before: Problem['path'] = []): readonly Problem[] {
  const path = [...before, ...issue.path.map((step) => (typeof step === 'number' ? step : String(step)))];
  if (issue.code === 'invalid_union') return meant(issue.errors).flatMap((inner) => problemsOf(inner, path));
  return [{ path, code: issue.code.toUpperCase(), message: issue.message }];
}

const CALLBACKS: Readonly<Record<number, typeof official.ModalInteractionCallbackRequestSchema>> = {
  4: official.CreateMessageInteractionCallbackRequestSchema,
  5: official.CreateMessageInteractionCallbackRequestSchema,
  6: official.UpdateMessageInteractionCallbackRequestSchema,
  7: official.UpdateMessageInteractionCallbackRequestSchema,
  8: official.ApplicationCommandAutocompleteCallbackRequestSchema,
  9: official.ModalInteractionCallbackRequestSchema,
};

const SCHEMAS = {
  createMessage: official.MessageCreateRequestSchema,
  editMessage: official.MessageEditRequestPartialSchema,
  followUp: official.IncomingWebhookRequestPartialSchema,
  editReply: official.IncomingWebhookUpdateRequestPartialSchema,
  createDirect: official.CreatePrivateChannelRequestSchema,
  command: official.ApplicationCommandUpdateRequestSchema,
} as const;

function problemsBy(schema: typeof official.ModalInteractionCallbackRequestSchema, body: unknown): readonly Problem[] {
  const parsed = schema.safeParse(body);
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => problemsOf(issue));
}

/** What the official schema of an endpoint says against a body. */
export function officialProblems(endpoint: keyof typeof SCHEMAS, body: unknown): readonly Problem[] {
  return problemsBy(SCHEMAS[endpoint], body);
}

/** The same for the callback of an interaction, by its type. */
export function officialCallbackProblems(type: number, body: unknown): readonly Problem[] {
  const schema = CALLBACKS[type];
  if (schema !== undefined) return problemsBy(schema, body);
  return [{ path: ['type'], code: 'BASE_TYPE_CHOICES', message: `${type} is no type of callback that is known here` }];
}
