import { escapeMarkdown } from '../escape-markdown.js';
import type { Control, View } from '../port.js';
import { LIMITS } from './limits.js';

type ControlOf<K extends Control['kind']> = Extract<Control, { kind: K }>;

/** The address as Discord takes it for a button, or `null` for one that is none of the web. */
function webUrl(url: string): string | null {
  const parsed = URL.canParse(url) ? new URL(url) : null;
  return parsed !== null && /^https?:$/.test(parsed.protocol) ? parsed.href : null;
}

/** Without options that Discord refuses: each value occurs once and has at most 100 characters. */
function showableSelect(control: ControlOf<'select'>): ControlOf<'select'> | null {
  const seen = new Set<string>();
  const options = control.options.filter(({ value }) => {
    const takes = value !== '' && value.length <= LIMITS.optionValue && !seen.has(value);
    seen.add(value);
    return takes;
  });
  return options.length === 0 ? null : { ...control, options };
}

function showable(control: Control): Control | null {
  if (control.kind === 'button') return control;
  if (control.kind === 'select') return showableSelect(control);
  const url = webUrl(control.url);
  return url === null ? null : { ...control, url };
}

/** The view with controls that Discord takes. A link that cannot be a button goes into the text. */
export function showableView(view: View): View {
  const { controls } = view;
  if (controls === undefined) return view;
  const dead = controls.filter((control) => control.kind === 'link' && showable(control) === null);
  const items = dead.map((control) =>
    escapeMarkdown(control.kind === 'link' ? `${control.label}: ${control.url}` : ''),
  );
  return {
    ...view,
    body: items.length === 0 ? view.body : [...view.body, { kind: 'list', items }],
    controls: controls.flatMap((control) => showable(control) ?? []),
  };
}
