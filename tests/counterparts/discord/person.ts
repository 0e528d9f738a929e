import { ApplicationCommandType, InteractionResponseType, InteractionType } from 'discord-api-types/v10';
import type { ScopedUserActor } from 'discord-digital-twin';
import { z } from 'zod';
import type { ChatActor, SeenMessage } from '../../contracts/chat-adapter.js';
import { type Modal, modalSchema } from '../../support/fake-discord/body.js';
import { commandSchema, type RegisteredCommand } from '../../support/fake-discord/command-body.js';
import { optionsOf } from '../../support/fake-discord/command-options.js';
import { fieldsOf, submission } from '../../support/fake-discord/form.js';
import { buttonsOf, messagesOf, seen, selectsOf, type TwinMessage } from './screen.js';
import type { Twin } from './twin.js';

type Options = Readonly<Record<string, string>>;

const suggestions = z.object({ choices: z.array(z.object({ name: z.string(), value: z.string() })) });

/** How an interaction was answered at first, by the twin's record. */
export type Answered = { readonly type: number; readonly data: unknown };

/** Somebody in the twin's server. What the twin gives no word of its own for goes by its `simulateInteraction`. */
export class TwinPerson implements ChatActor {
  readonly id: string;
  private readonly twin: Twin;
  private form: { readonly modal: Modal; readonly messageId: string | null } | null = null;

  private constructor(twin: Twin, id: string) {
    this.twin = twin;
    this.id = id;
  }

  static async called(twin: Twin, name: string): Promise<TwinPerson> {
    return new TwinPerson(twin, await twin.userId(name));
  }

  get direct() {
    return { platform: 'discord', kind: 'direct', id: `${this.twin.discord.guildId}/${this.id}` } as const;
  }

  async run(command: string, given: Options): Promise<void> {
    await this.runAnswered(command, given);
  }

  async runAnswered(command: string, given: Options): Promise<Answered> {
    const registered = await this.command(ApplicationCommandType.ChatInput, command);
    const options = optionsOf(registered, given);
    return this.settled(await this.actor.runSlashCommand({ name: command, options }), null);
  }

  /** Runs a command that the bot has not registered. */
  async runUnregistered(command: string): Promise<void> {
    await this.settled(await this.actor.runSlashCommand({ name: command }), null);
  }

  /** What is proposed while `typed` stands in the option. */
  async autocomplete(command: string, option: string, typed: string): Promise<readonly string[]> {
    const { id } = await this.command(ApplicationCommandType.ChatInput, command);
    const options = [{ name: option, type: 3, value: typed, focused: true }];
    const { data } = await this.act(InteractionType.ApplicationCommandAutocomplete, {
      data: { id, name: command, type: ApplicationCommandType.ChatInput, options },
    });
    return suggestions.parse(data).choices.map(({ value }) => value);
  }

  /** Chooses a message command in the menu of a message that this person has just written. */
  async useMessage(shortcut: string, words: string): Promise<void> {
    const { id } = await this.command(ApplicationCommandType.Message, shortcut);
    const message = await this.actor.sendMessage({ content: words });
    const resolved = { messages: { [message.id]: message } };
    await this.act(InteractionType.ApplicationCommand, {
      data: { id, name: shortcut, type: ApplicationCommandType.Message, target_id: message.id, resolved },
    });
  }

  /** Writes to the bot in the channel, whom the twin puts into no list of mentions. */
  async mention(words: string): Promise<void> {
    await this.actor.sendMessage({ content: `<@${this.twin.discord.botUserId}> ${words}` });
  }

  async press(message: SeenMessage, label: string): Promise<void> {
    await this.pressAnswered(message, label);
  }

  async pressAnswered({ id }: SeenMessage, label: string): Promise<Answered> {
    const message = await this.visible(id);
    const button = buttonsOf(message).find((candidate) => candidate.label === label);
    if (button === undefined) throw new Error(`no button "${label}" on message ${id}`);
    return this.pressId(id, button.custom_id ?? '');
  }

  /** Presses a button by its custom id, whether or not the message has it. */
  async pressId(messageId: string, customId: string): Promise<Answered> {
    return this.settled(await this.actor.clickButton({ messageId, customId }), messageId);
  }

  async choose({ id: messageId }: SeenMessage, select: string, option: string): Promise<void> {
    const menu = selectsOf(await this.visible(messageId)).find(({ placeholder }) => placeholder === select);
    const chosen = menu?.options?.find(({ label }) => label === option);
    if (chosen === undefined) throw new Error(`no "${option}" in "${select}" on message ${messageId}`);
    const choice = { messageId, customId: menu?.custom_id ?? '', values: [chosen.value] };
    await this.settled(await this.actor.selectMenu(choice), messageId);
  }

  async openForm(): Promise<readonly string[] | null> {
    return this.form === null ? null : fieldsOf(this.form.modal).map(({ label }) => label);
  }

  /** What stands in the open form's fields, by their names. */
  formValues(): Options {
    const fields = this.form === null ? [] : fieldsOf(this.form.modal);
    return Object.fromEntries(fields.map(({ input }) => [input.custom_id ?? '', String(input.value ?? '')]));
  }

  async submit(values: Options): Promise<void> {
    if (this.form === null) throw new Error('no form is open');
    const { modal, messageId } = this.form;
    this.form = null;
    await this.act(InteractionType.ModalSubmit, { data: { ...submission(modal, values) }, messageId });
  }

  async sees(): Promise<readonly SeenMessage[]> {
    return (await this.visibleMessages()).map(seen);
  }

  /** The same with all that the twin keeps of them. */
  async visibleMessages(): Promise<readonly TwinMessage[]> {
    return (await messagesOf(this.twin)).filter(({ onlyFor }) => onlyFor === null || onlyFor === this.id);
  }

  private get actor(): ScopedUserActor {
    return this.twin.discord.channel(this.twin.channelId).user(this.id);
  }

  private async act(
    type: InteractionType,
    { data, messageId = null }: { readonly data: Record<string, unknown>; readonly messageId?: string | null },
  ): Promise<Answered> {
    const where = { channelId: this.twin.channelId, userId: this.id };
    const on = messageId === null ? {} : { messageId };
    return this.settled(await this.twin.discord.simulateInteraction({ type, ...where, ...on, data }), messageId);
  }

  /** Waits for the callback. A form that it opens is open from then on. */
  private async settled({ id }: { readonly id: string }, messageId: string | null): Promise<Answered> {
    this.twin.own(id, this.id);
    const channel = this.twin.discord.channel(this.twin.channelId);
    await channel.waitForInteractionAck({ interactionId: id });
    const answer = await channel.getInteractionResponse(id);
    const data: unknown = JSON.parse(answer?.data ?? 'null');
    const type = answer?.type ?? 0;
    if (type === InteractionResponseType.Modal) this.form = { modal: modalSchema.parse(data), messageId };
    return { type, data };
  }

  private async command(type: ApplicationCommandType, name: string): Promise<RegisteredCommand> {
    const row = await this.twin.discord.prisma.applicationCommand.findFirstOrThrow({ where: { name, type } });
    return { ...commandSchema.parse({ ...row, options: JSON.parse(row.options) }), id: row.id, version: row.version };
  }

  private async visible(id: string): Promise<TwinMessage> {
    const message = (await this.visibleMessages()).find((candidate) => candidate.id === id);
    if (message === undefined) throw new Error(`no message ${id} on this screen`);
    return message;
  }
}
