import { ApplicationCommandType, InteractionContextType } from 'discord.js';
import type { Destination } from '../../../src/chat/port.js';
import type { ChatActor, ChosenFiles, SeenMessage } from '../../contracts/chat-adapter.js';
import { autocompleteAct, commandAct, pressAct, shortcutAct, submitAct } from './acts.js';
import type { Component } from './body.js';
import type { RegisteredCommand } from './command-body.js';
import { optionsOf } from './command-options.js';
import { fieldsOf, type OpenForm, submission } from './form.js';
import { directChannel, foundThread } from './found.js';
import { GUILDS_INTENT } from './gateway.js';
import type { Scene } from './interaction-base.js';
import { channelPayload } from './place-payload.js';
import type { Account, Channel } from './places.js';
import { buttonsOf, isVisible, labelOf, type SeenDiscordMessage, screenOf, selectsOf } from './screen.js';
import { type Saying, say, tellOfPin } from './speech.js';
import { type Act, perform, redeliver, type Stage } from './stage.js';
import type { StoredMessage } from './store.js';
import { upload } from './uploads.js';

type Options = Readonly<Record<string, string>>;

/** Somebody in a server, with Discord open before them. */
export class FakeDiscordPerson implements ChatActor {
  readonly id: string;
  private readonly stage: Stage;
  private readonly account: Account;
  private readonly told = new Map<string, StoredMessage>();
  private form: OpenForm | null = null;
  private thread: Channel | null = null;

  constructor(stage: Stage, account: Account) {
    this.id = account.user.id;
    this.stage = stage;
    this.account = account;
  }

  get direct(): Destination {
    return { platform: 'discord', kind: 'direct', id: `${this.account.guildId}/${this.id}` };
  }

  // ── Commands ──────────────────────────────────────────────────────────────────────────────────────────────────

  run(command: string, options: Options, key?: string): Promise<void> {
    return this.runIn(this.guildChannel(), command, options, key);
  }

  /** In a thread of the server's channel. */
  runInThread(command: string, options: Options, key?: string): Promise<void> {
    return this.runIn(this.ownThread(), command, options, key);
  }

  /** In the direct channel with the bot. Throws for a command that is not offered there. */
  async runInDm(command: string, options: Options, key?: string): Promise<void> {
    const registered = this.command(ApplicationCommandType.ChatInput, command, true);
    const contexts =
      registered?.contexts ?? (registered?.dm_permission === false ? [InteractionContextType.Guild] : null);
    if (contexts !== null && !contexts.includes(InteractionContextType.BotDM)) {
      throw new Error(`/${command} is not offered in direct messages`);
    }
    await this.runIn(directChannel(this.stage.platform, this.id), command, options, key);
  }

  private async runIn(channel: Channel, name: string, given: Options, key: string | undefined): Promise<void> {
    const registered = this.command(ApplicationCommandType.ChatInput, name, channel.kind === 'direct');
    const options = optionsOf(registered, given);
    const named = { id: registered?.id ?? this.stage.platform.nextId(), name };
    await this.act(channel, null, key, (scene) => commandAct(this.stage.platform, scene, named, options));
  }

  /** What the bot proposes while `typed` stands in the option, as its client shows it. */
  async autocomplete(command: string, option: string, typed: string, others: Options = {}) {
    const registered = this.command(ApplicationCommandType.ChatInput, command, false);
    if (!registered?.options?.find(({ name }) => name === option)?.autocomplete) {
      throw new Error(`${option} of /${command} has no autocomplete`);
    }
    const focused = { name: option, typed, others: optionsOf(undefined, others) };
    const { choices } = await this.act(this.guildChannel(), null, undefined, (scene) =>
      autocompleteAct(this.stage.platform, scene, registered, focused),
    );
    return choices.map(({ name, name_localizations, value }) => ({
      name: name_localizations?.[this.account.locale] ?? name,
      value,
    }));
  }

  // ── Words ─────────────────────────────────────────────────────────────────────────────────────────────────────

  /** Writes into the server's channel; gives the message's id. */
  say(content: string, saying: Saying = {}, channelId = this.guildChannel().id): string {
    const told = this.told.get(saying.key ?? '');
    if (told !== undefined) {
      this.stage.gateway.announce(told);
      return told.id;
    }
    const message = say(this.stage, this.account, channelId, content, saying);
    if (saying.key !== undefined) this.told.set(saying.key, message);
    return message.id;
  }

  /** Writes `@bot text` in the server's channel. */
  async mention(text: string, saying: Saying = {}): Promise<void> {
    this.say(`<@${this.stage.platform.bot.id}> ${text}`, saying);
  }

  async mentionInThread(text: string, saying: Saying = {}): Promise<void> {
    this.say(`<@${this.stage.platform.bot.id}> ${text}`, saying, this.ownThread().id);
  }

  /** Calls the bot by the role that the server has made for it. */
  async mentionRole(text: string): Promise<void> {
    this.say(`<@&${this.stage.platform.guilds.get(this.account.guildId)?.botRoleId}> ${text}`);
  }

  async directMessage(text: string, saying: Saying = {}): Promise<void> {
    this.say(text, saying, directChannel(this.stage.platform, this.id).id);
  }

  /** Pins a message, of which the channel is told in their name. */
  pin(): void {
    tellOfPin(this.stage.platform, this.account, this.guildChannel().id);
  }

  /** Chooses a message command in the menu of a message that `author` writes with these words. */
  async useMessage(shortcut: string, words: string, author: FakeDiscordPerson = this, key?: string): Promise<void> {
    const registered = this.command(ApplicationCommandType.Message, shortcut, false);
    const named = { id: registered?.id ?? this.stage.platform.nextId(), name: shortcut };
    const target = this.visible(author.say(words));
    await this.act(this.guildChannel(), null, key, (scene) => shortcutAct(this.stage.platform, scene, named, target));
  }

  // ── Messages and forms ────────────────────────────────────────────────────────────────────────────────────────

  async press({ id }: SeenMessage, label: string, key?: string): Promise<void> {
    if (await this.again(key)) return;
    const message = this.visible(id);
    const button = buttonsOf(message).find((candidate) => labelOf(candidate) === label);
    await this.use(message, button, null, `button "${label}"`, key);
  }

  async choose({ id }: SeenMessage, select: string, option: string, key?: string): Promise<void> {
    if (await this.again(key)) return;
    const message = this.visible(id);
    const menu = selectsOf(message).find(({ placeholder }) => placeholder === select);
    const chosen = menu?.options?.find(({ label }) => label === option);
    if (menu !== undefined && chosen === undefined) throw new Error(`"${select}" has no "${option}"`);
    await this.use(message, menu, chosen === undefined ? [] : [chosen.value], `menu "${select}"`, key);
  }

  private async use(
    message: StoredMessage,
    component: Component | undefined,
    values: readonly string[] | null,
    what: string,
    key: string | undefined,
  ): Promise<void> {
    if (component === undefined) throw new Error(`no ${what} on message ${message.id}`);
    if (component.disabled) throw new Error(`the ${what} is disabled`);
    const channel = this.stage.platform.channels.get(message.channelId);
    if (channel === undefined) throw new Error(`no channel ${message.channelId}`);
    await this.act(channel, message, key, (scene) => pressAct(this.stage.platform, scene, message, component, values));
  }

  async openForm(): Promise<readonly string[] | null> {
    return this.form === null ? null : fieldsOf(this.form.modal).map(({ label }) => label);
  }

  /** Title of the open form and what stands in its fields, by their names; `null` for none. */
  formContents(): { readonly title: string; readonly values: Options } | null {
    if (this.form === null) return null;
    const fields = fieldsOf(this.form.modal).map(({ input }) => [input.custom_id ?? '', String(input.value ?? '')]);
    return { title: this.form.modal.title, values: Object.fromEntries(fields) };
  }

  /** Sends the open form, which closes when the bot has taken it. */
  async submit(values: Options, key?: string, files: ChosenFiles = {}): Promise<void> {
    if (await this.again(key)) return;
    const { platform } = this.stage;
    const form = this.form;
    const channel = platform.channels.get(form?.channelId ?? '');
    if (form === null || channel === undefined) throw new Error('no form is open');
    const message = form.messageId === null ? null : (platform.messages.get(form.messageId) ?? null);
    const data = submission(form.modal, values, upload(platform, files));
    await this.act(channel, message, key, (scene) => submitAct(platform, scene, message, data));
    if (this.form === form) this.form = null;
  }

  /** Closes the open form without sending it, of which no bot hears. */
  dismissForm(): void {
    this.form = null;
  }

  async sees(): Promise<readonly SeenDiscordMessage[]> {
    return screenOf(this.stage.platform, this.account);
  }

  // ── Settings ──────────────────────────────────────────────────────────────────────────────────────────────────

  /** Takes no direct messages from now on. */
  closeDirectMessages(): void {
    this.stage.platform.closed.add(this.id);
  }

  openDirectMessages(): void {
    this.stage.platform.closed.delete(this.id);
  }

  // ── Inside ────────────────────────────────────────────────────────────────────────────────────────────────────

  private async act(
    channel: Channel,
    message: StoredMessage | null,
    key: string | undefined,
    payload: (scene: Scene) => ReturnType<Act['payload']>,
  ) {
    const scene = { account: this.account, channel };
    const messageId = message?.id ?? null;
    const act = { scene, messageId, key: this.ownKey(key), payload: () => payload(scene) };
    const acknowledgement = await perform(this.stage, act);
    const { modal } = acknowledgement;
    if (modal !== null) this.form = { modal, channelId: channel.id, messageId };
    return acknowledgement;
  }

  /** Delivers again what was done under this key; the screen may have changed since. */
  private async again(key: string | undefined): Promise<boolean> {
    const acknowledged = redeliver(this.stage, this.ownKey(key));
    if (acknowledged === null) return false;
    await acknowledged;
    return true;
  }

  private ownKey(key: string | undefined): string | undefined {
    return key === undefined ? undefined : `${this.id}/${key}`;
  }

  private guildChannel(): Channel {
    const { guilds, channels } = this.stage.platform;
    const channel = channels.get(guilds.get(this.account.guildId)?.channelId ?? '');
    if (channel === undefined) throw new Error(`no server ${this.account.guildId}`);
    return channel;
  }

  private ownThread(): Channel {
    if (this.thread !== null) return this.thread;
    const { platform, gateway } = this.stage;
    const guild = platform.guilds.get(this.account.guildId);
    if (guild === undefined) throw new Error(`no server ${this.account.guildId}`);
    this.thread = foundThread(platform, guild, 'a thread');
    gateway.dispatch('THREAD_CREATE', { ...channelPayload(platform, this.thread), newly_created: true }, GUILDS_INTENT);
    return this.thread;
  }

  private command(type: ApplicationCommandType, name: string, direct: boolean): RegisteredCommand | undefined {
    const { commands } = this.stage.platform;
    const offered = [...(direct ? [] : (commands.get(this.account.guildId) ?? [])), ...(commands.get('') ?? [])];
    return offered.find((command) => command.type === type && command.name === name);
  }

  private visible(id: string): StoredMessage {
    const message = this.stage.platform.messages.get(id);
    if (message === undefined || !isVisible(this.stage.platform, this.account, message)) {
      throw new Error(`no message ${id} on this screen`);
    }
    return message;
  }
}
