/** The package ships these as plain JavaScript: what of it is used here, and nothing more. */
declare module 'discord-api-spec/zod' {
  import type { ZodMiniType } from 'zod/mini';

  type Checked = ZodMiniType<unknown>;

  export const ApplicationCommandAutocompleteCallbackRequestSchema: Checked;
  export const ApplicationCommandUpdateRequestSchema: Checked;
  export const CreateMessageInteractionCallbackRequestSchema: Checked;
  export const CreatePrivateChannelRequestSchema: Checked;
  export const IncomingWebhookRequestPartialSchema: Checked;
  export const IncomingWebhookUpdateRequestPartialSchema: Checked;
  export const MessageCreateRequestSchema: Checked;
  export const MessageEditRequestPartialSchema: Checked;
  export const MessageResponseSchema: Checked;
  export const ModalInteractionCallbackRequestSchema: Checked;
  export const RichEmbedSchema: Checked;
  export const UpdateMessageInteractionCallbackRequestSchema: Checked;
}
