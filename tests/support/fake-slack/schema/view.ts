import { z } from 'zod';
import { viewBlock } from './blocks.js';
import { plainText } from './text.js';

const short = (max: number) => z.string().max(max, `must be less than ${max + 1} characters`);

const base = {
  blocks: z.array(viewBlock).max(100, 'no more than 100 items allowed'),
  private_metadata: short(3_000).exactOptional(),
  callback_id: short(255).exactOptional(),
  external_id: short(255).exactOptional(),
};

export const modalView = z
  .strictObject({
    type: z.literal('modal'),
    ...base,
    title: plainText(24),
    close: plainText(24).exactOptional(),
    submit: plainText(24).exactOptional(),
    clear_on_close: z.boolean().exactOptional(),
    notify_on_close: z.boolean().exactOptional(),
  })
  .refine((view) => view.submit !== undefined || !view.blocks.some(({ type }) => type === 'input'), {
    message: 'missing required field: submit',
    path: ['submit'],
  });

export const homeView = z.strictObject({ type: z.literal('home'), ...base });

export const anyView = z.discriminatedUnion('type', [modalView, homeView]);

export type ModalView = z.infer<typeof modalView>;
export type HomeView = z.infer<typeof homeView>;
export type View = z.infer<typeof anyView>;
