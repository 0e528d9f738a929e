import type { Form, View } from '../port.js';

/** What a request came to. What was kept reaches the pages by the log; the rest goes back to the asker alone. */
export type Outcome =
  | { readonly kind: 'kept' }
  | { readonly kind: 'form'; readonly form: Form; readonly entry: number }
  /** Done, but the log could not keep the answer: it is shown as long as the page is open. */
  | { readonly kind: 'unkept'; readonly view: View }
  /** Not done; the view says why and what to do next. */
  | { readonly kind: 'refused'; readonly view: View };
