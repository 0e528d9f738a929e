import { z } from 'zod';
import { checkChoices, checkInitial, confirm, optionGroup, overflowOption, plainOption } from './options.js';
import { items, plainText, text } from './text.js';

export const actionId = text(255).exactOptional();
export const placeholder = plainText(150).exactOptional();
export const focus = z.boolean().exactOptional();

const menu = {
  action_id: actionId,
  placeholder,
  confirm: confirm.exactOptional(),
  focus_on_load: focus,
};
const choices = {
  options: items(plainOption, 100).exactOptional(),
  option_groups: items(optionGroup, 100).exactOptional(),
};
const maxSelected = z.int().min(1).exactOptional();

export const staticSelect = z
  .strictObject({
    type: z.literal('static_select'),
    ...menu,
    ...choices,
    initial_option: plainOption.exactOptional(),
  })
  .superRefine((select, context) => {
    checkChoices(select, select.initial_option ? [select.initial_option] : [], (message, path) =>
      context.addIssue({ code: 'custom', message, path: [path] }),
    );
  });

export const multiStaticSelect = z
  .strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    ...choices,
    initial_options: z.array(plainOption).min(1).exactOptional(),
    max_selected_items: maxSelected,
  })
  .superRefine((select, context) => {
    checkChoices(select, select.initial_options ?? [], (message, path) =>
      context.addIssue({ code: 'custom', message, path: [path] }),
    );
  });

export const externalSelect = z.strictObject({
  type: z.literal('external_select'),
  ...menu,
  initial_option: plainOption.exactOptional(),
  min_query_length: z.int().min(0).exactOptional(),
});

export const usersSelect = z.strictObject({
  type: z.literal('users_select'),
  ...menu,
  initial_user: text(255).exactOptional(),
});

export const channelsSelect = z.strictObject({
  type: z.literal('channels_select'),
  ...menu,
  initial_channel: text(255).exactOptional(),
  response_url_enabled: z.boolean().exactOptional(),
});

export const conversationsSelect = z.strictObject({
  type: z.literal('conversations_select'),
  ...menu,
  initial_conversation: text(255).exactOptional(),
  default_to_current_conversation: z.boolean().exactOptional(),
  response_url_enabled: z.boolean().exactOptional(),
});

export const overflow = z.strictObject({
  type: z.literal('overflow'),
  action_id: actionId,
  options: items(overflowOption, 5),
  confirm: confirm.exactOptional(),
});

const boxes = {
  action_id: actionId,
  options: items(plainOption, 10),
  confirm: confirm.exactOptional(),
  focus_on_load: focus,
};

export const radioButtons = z
  .strictObject({ type: z.literal('radio_buttons'), ...boxes, initial_option: plainOption.exactOptional() })
  .superRefine((radio, context) => {
    checkInitial(radio.options, radio.initial_option ? [radio.initial_option] : [], (message, path) =>
      context.addIssue({ code: 'custom', message, path: [path] }),
    );
  });

export const checkboxes = z
  .strictObject({ type: z.literal('checkboxes'), ...boxes, initial_options: items(plainOption, 10).exactOptional() })
  .superRefine((group, context) => {
    checkInitial(group.options, group.initial_options ?? [], (message, path) =>
      context.addIssue({ code: 'custom', message, path: [path] }),
    );
  });
