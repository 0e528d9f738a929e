import type { Button } from '../chat/port.js';

type Style = 'primary' | 'plain' | 'danger';

/** A button. Labels are plain text. */
export function button(
  label: string,
  action: string,
  args: readonly (string | number)[] = [],
  style: Style = 'plain',
): Button {
  return { kind: 'button', label: label, action: { action, args: args.map(String) }, style };
}
