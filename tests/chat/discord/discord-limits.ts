import { type APIComponentInContainer, type APIMessageTopLevelComponent, ComponentType } from 'discord.js';
import { MessageCreateRequestSchema } from 'discord-api-spec/zod';
import type { RenderedMessage } from '../../../src/chat/discord/render-view.js';

type Any = APIMessageTopLevelComponent | APIComponentInContainer;

/** All components of a message, nested ones included. */
export function componentsOf(message: RenderedMessage): readonly Any[] {
  const inside = (component: Any): readonly Any[] => {
    if (component.type === ComponentType.Container) return [component, ...component.components.flatMap(inside)];
    return component.type === ComponentType.Section ? [component, ...component.components] : [component];
  };
  return message.components.flatMap(inside);
}

export function controlsOf(message: RenderedMessage) {
  return componentsOf(message).flatMap((each) => {
    if (each.type === ComponentType.Section && each.accessory.type === ComponentType.Button) return [each.accessory];
    return each.type === ComponentType.ActionRow ? each.components : [];
  });
}

/** What the message says, its displays from top to bottom. */
export function textsOf(message: RenderedMessage): readonly string[] {
  return componentsOf(message).flatMap((each) => (each.type === ComponentType.TextDisplay ? [each.content] : []));
}

/**
 * What Discord would refuse of a message, by its own schema and by its documentation
 * (https://docs.discord.com/developers/components/reference): empty if it takes it.
 */
export function refusals(message: RenderedMessage): readonly string[] {
  const { files, ...body } = message;
  const parsed = MessageCreateRequestSchema.safeParse(body);
  const all = componentsOf(message);
  const controls = controlsOf(message);
  const texts = textsOf(message);
  const rows = all.flatMap((each) => (each.type === ComponentType.ActionRow ? [each.components] : []));
  const ids = controls.flatMap((each) => ('custom_id' in each ? [each.custom_id] : []));
  const attached = all.flatMap((each) => (each.type === ComponentType.File ? [each.file.url] : []));
  const rules: readonly (readonly [string, boolean])[] = [
    [`the schema: ${parsed.success ? '' : parsed.error.message}`, parsed.success],
    ['4,000 characters of text', texts.reduce((sum, text) => sum + text.length, 0) <= 4_000],
    ['40 components', all.length + controls.length <= 40],
    ['no empty text', texts.every((text) => text.trim() !== '')],
    ['something in every container', all.every((each) => !('components' in each) || each.components.length > 0)],
    ['a custom id once', new Set(ids).size === ids.length],
    ['five buttons or one select in a row', rows.every((row) => row.length <= 5 && !mixed(row))],
    ['labels', controls.every((each) => !('label' in each) || (each.label ?? '').trim() !== '')],
    ['options with values of their own', controls.every(hasOwnValues)],
    ['addresses of the web', controls.every((each) => !('url' in each) || /^https?:\/\//.test(each.url))],
    ['files shown', attached.join() === files.map(({ name }) => `attachment://${name}`).join()],
    ['names of files', files.every(({ name }) => /^[\w-][\w.-]*$/.test(name))],
    ['text that can be sent', /^[^\p{Surrogate}]*$/u.test(JSON.stringify(texts))],
  ];
  return rules.filter(([, holds]) => !holds).map(([rule]) => rule);
}

type Control = ReturnType<typeof controlsOf>[number];

function mixed(row: readonly Control[]): boolean {
  return row.length > 1 && row.some(({ type }) => type !== ComponentType.Button);
}

function hasOwnValues(control: Control): boolean {
  if (control.type !== ComponentType.StringSelect) return true;
  const values = control.options.map(({ value }) => value);
  const chosen = control.options.filter((option) => option.default);
  return new Set(values).size === values.length && chosen.length <= 1;
}
