import type { ChosenFiles, SeenMessage } from '../../contracts/chat-adapter.js';
import { type ActContext, act, answerable, type Prepared } from './acts.js';
import { messageAction, viewAction } from './block-actions.js';
import type { DeliveryKind, Via } from './delivery.js';
import { type Installed, type InstallOptions, installApp } from './install.js';
import { type Json, present } from './json.js';
import { eventCallback, type Scene, sceneOf, slashCommand, strangerOf } from './payloads.js';
import type { Saying, SlackPerson } from './person.js';
import type { Interactive } from './schema/interactive.js';
import type { PlainOption } from './schema/options.js';
import { buttonsOf, menusOf, screenOf, seenMessage, seenView } from './screen.js';
import { sendFile } from './sent-files.js';
import { messageShortcut } from './shortcut.js';
import type { Channel, Member, Message, StoredView } from './state.js';
import { afterSubmission, labelsOf, viewSubmission } from './submission.js';
import { blocksOf, pick, type Target, targetOf } from './target.js';
import { optionOf } from './values.js';
import { viewPayload } from './view-payload.js';
import { encodeEntities } from './words.js';

export class Actor implements SlackPerson {
  private readonly context: ActContext;
  private readonly member: Member;
  private readonly via: Via;
  private readonly channel: Channel;
  private readonly own: Channel;
  private errors: Readonly<Record<string, string>> = {};

  constructor(context: ActContext, member: Member, via: Via, channel: Channel) {
    this.context = context;
    this.member = member;
    this.via = via;
    this.channel = channel;
    this.own = this.state.directOf(member);
  }

  get id() {
    return this.member.id;
  }
  get name() {
    return this.member.name;
  }
  get teamId() {
    return this.member.teamId;
  }
  get channelId() {
    return this.channel.id;
  }
  get directChannelId() {
    return this.own.id;
  }
  get direct() {
    return { platform: 'slack', kind: 'direct', id: `${this.teamId}/${this.id}` } as const;
  }
  private get state() {
    return this.context.platform.state;
  }

  private scene(where: Channel = this.channel): Scene {
    return sceneOf(this.context.platform, this.member, where);
  }

  private trigger(): string {
    return this.context.platform.triggers.issue(this.id);
  }

  private act(kind: DeliveryKind, key: string | undefined, prepare: () => Prepared): Promise<void> {
    return act(this.context, this.member, this.via, kind, key, prepare);
  }

  at(channelId: string): SlackPerson {
    const other = this.state.channels.get(channelId);
    if (other === undefined) throw new Error(`no channel ${channelId}`);
    return new Actor(this.context, this.member, this.via, other);
  }

  run(command: string, options: Readonly<Record<string, string>>, key?: string): Promise<void> {
    return this.act('slash_commands', key, () => {
      const { url, acked } = answerable(this.context, this.member, this.channel, null);
      const text = Object.values(options).join(' ');
      return { payload: slashCommand(this.scene(), command, text, this.trigger(), url), acked };
    });
  }

  press({ id }: SeenMessage, label: string, key?: string): Promise<void> {
    return this.act('interactive', key, () => {
      const target = targetOf(this.state, this.member, id);
      return this.used(target, pick(buttonsOf(blocksOf(target)), label), null);
    });
  }

  choose({ id }: SeenMessage, select: string, option: string, key?: string): Promise<void> {
    return this.act('interactive', key, () => {
      const target = targetOf(this.state, this.member, id);
      const menu = pick(menusOf(blocksOf(target)), select);
      return this.used(target, menu, optionOf(menu.element, option));
    });
  }

  private used(target: Target, element: Interactive, chosen: PlainOption | null): Prepared {
    const trigger = this.trigger();
    if (target.kind === 'view') {
      return { payload: viewAction(this.scene(), target.stored, element, chosen, trigger) };
    }
    const { message } = target;
    const where = this.state.channels.get(message.channelId) ?? this.channel;
    const { url, acked } = answerable(this.context, this.member, where, message.ts);
    return { payload: messageAction(this.scene(where), message, element, chosen, trigger, url), acked };
  }

  private get top(): StoredView | null {
    return this.member.modals.at(-1) ?? null;
  }

  async openForm(): Promise<readonly string[] | null> {
    return this.top && labelsOf(this.top);
  }

  submit(values: Readonly<Record<string, string>>, key?: string, files: ChosenFiles = {}): Promise<void> {
    return this.act('interactive', key, () => {
      const { top } = this;
      if (top === null) throw new Error(`${this.name} has no form open`);
      return {
        payload: viewSubmission(this.scene(), top, values, this.trigger(), files),
        acked: ({ payload }) => {
          this.errors = afterSubmission(this.context.platform, this.member, top, payload);
        },
      };
    });
  }

  formErrors(): Readonly<Record<string, string>> {
    return this.errors;
  }

  async sees(): Promise<readonly SeenMessage[]> {
    return screenOf(this.state, this.member).map(seenMessage);
  }

  async home(): Promise<SeenMessage | null> {
    return this.member.home && seenView(this.member.home);
  }

  async modal(): Promise<SeenMessage | null> {
    return this.top && seenView(this.top);
  }

  private write(where: Channel, text: string, threadTs: string | null = null): Message {
    return this.state.post(where, { author: this.id, content: { text, blocks: [], metadata: null }, threadTs });
  }

  /** An event about something said, after it stands in the channel. */
  private say(where: Channel, text: string, saying: Saying, kind: Json): Promise<void> {
    const { thread_ts, key } = saying;
    return this.act('events_api', key, () => {
      const scene = this.scene(where);
      const { ts } = this.write(where, text, thread_ts ?? null);
      const event = { user: this.id, ts, event_ts: ts, text, team: this.teamId, channel: where.id, thread_ts };
      const bot_id = this.member.isProgram ? `B${this.id}` : undefined;
      const more = { ...alongWith(scene, saying), ...strangerOf(scene), bot_id };
      return { payload: eventCallback(scene, present({ ...kind, ...event, ...more })) };
    });
  }

  mention(text: string, saying: Saying = {}): Promise<void> {
    const words = `<@${this.scene().team.botUserId}> ${encodeEntities(text)}`;
    return this.say(this.channel, words, saying, { type: 'app_mention' });
  }

  talk(text: string, saying: Saying = {}): Promise<void> {
    return this.say(this.channel, text, saying, { type: 'message', channel_type: 'channel' });
  }

  directMessage(text: string, saying: Saying = {}): Promise<void> {
    return this.say(this.own, encodeEntities(text), saying, { type: 'message', channel_type: 'im' });
  }

  openHome(key?: string): Promise<void> {
    return this.act('events_api', key, () => {
      const scene = this.scene(this.own);
      const { home } = this.member;
      const view = home ? viewPayload(scene.platform, scene.team, home) : undefined;
      const event = { type: 'app_home_opened', user: this.id, channel: this.own.id, tab: 'home', view };
      return { payload: eventCallback(scene, present({ ...event, event_ts: this.state.timestamp() })) };
    });
  }

  openMessages(key?: string): Promise<void> {
    const event = { type: 'app_home_opened', user: this.id, channel: this.own.id, tab: 'messages' };
    return this.act('events_api', key, () => ({
      payload: eventCallback(this.scene(this.own), { ...event, event_ts: this.state.timestamp() }),
    }));
  }

  useShortcut(callbackId: string, messageText: string, key?: string): Promise<void> {
    return this.act('interactive', key, () => {
      const message = this.write(this.channel, encodeEntities(messageText));
      const { url, acked } = answerable(this.context, this.member, this.channel, null);
      return { payload: messageShortcut(this.scene(), callbackId, message, this.trigger(), url), acked };
    });
  }

  happens(event: Json, key?: string): Promise<void> {
    return this.act('events_api', key, () => ({
      payload: eventCallback(this.scene(), { event_ts: this.state.timestamp(), ...event }),
    }));
  }

  install(url: string, options: InstallOptions = {}): Promise<Installed> {
    return installApp(this.context.platform, this.member, url, options, this.context.timeoutMs);
  }
}

/** What makes a message more than its words. A file goes before the way out of a thread, which then has no name. */
function alongWith(scene: Scene, { files = [], broadcast = false }: Saying): Json {
  const sent = files.map((file) => sendFile(scene, file));
  if (sent.length > 0) return { subtype: 'file_share', files: sent, upload: false, display_as_bot: false };
  return broadcast ? { subtype: 'thread_broadcast' } : {};
}
