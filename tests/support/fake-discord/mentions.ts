import type { z } from 'zod';
import type { Component, mentionsSchema } from './body.js';
import { flatten, TYPE } from './component-tree.js';

export type Pings = {
  readonly everyone: boolean;
  readonly roles: readonly string[];
  readonly users: readonly string[];
};
type Allowed = z.infer<typeof mentionsSchema> | null | undefined;

function idsIn(text: string, pattern: RegExp): readonly string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, id = '']) => id))];
}

/** Whether something of this kind may ping; without the field everything may. */
function allows(allowed: Allowed, kind: 'users' | 'roles', id: string): boolean {
  if (!allowed) return true;
  return (allowed.parse ?? []).includes(kind) || (allowed[kind] ?? []).includes(id);
}

/** Whom a message calls by its words and by whom it answers, as https://docs.discord.com/developers/resources/message#allowed-mentions-object says. */
export function pingsOf(
  content: string,
  components: readonly Component[],
  allowed: Allowed,
  answered: string | null = null,
): Pings {
  const texts = flatten(components).map(({ type, content: text }) => (type === TYPE.text ? (text ?? '') : ''));
  const words = [content, ...texts].join('\n');
  const named = idsIn(words, /<@!?(\d+)>/g);
  const repliedTo = answered !== null && (!allowed || allowed.replied_user === true) ? [answered] : [];
  return {
    everyone: /@(?:everyone|here)\b/.test(words) && (!allowed || (allowed.parse ?? []).includes('everyone')),
    roles: idsIn(words, /<@&(\d+)>/g).filter((id) => allows(allowed, 'roles', id)),
    users: [...new Set([...named.filter((id) => allows(allowed, 'users', id)), ...repliedTo])],
  };
}

export function pingsAnyone({ everyone, roles, users }: Pings): boolean {
  return everyone || roles.length > 0 || users.length > 0;
}
