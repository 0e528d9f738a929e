import type { Child } from 'hono/jsx';
import { encodeActionRef } from '../action-ref.js';
import type { Control } from '../port.js';

/** @param keyName the key that presses it, where it has one */
export function ControlView({ control, keyName }: { control: Control; keyName: string | undefined }): Child {
  switch (control.kind) {
    case 'button':
      return (
        <button
          type="button"
          class={`button ${control.style ?? 'plain'}`}
          data-action={encodeActionRef(control.action)}
          data-key={keyName}
          aria-keyshortcuts={keyName}
        >
          {control.label}
        </button>
      );
    case 'link':
      return (
        <a class="button plain" href={control.url} target="_blank" rel="noopener noreferrer">
          {control.label}
        </a>
      );
    case 'select':
      return <SelectView control={control} />;
  }
}

/** Where nothing is chosen yet, the select itself shows what it is for. */
function SelectView({ control }: { control: Extract<Control, { kind: 'select' }> }): Child {
  const { label, action, options } = control;
  const isChosen = options.some(({ selected }) => selected);
  return (
    <label class="select">
      <span class={isChosen ? undefined : 'visually-hidden'}>{label}</span>
      <select data-action={encodeActionRef(action)}>
        {isChosen ? null : (
          <option value="" selected hidden>
            {label}
          </option>
        )}
        {options.map((option) => (
          <option value={option.value} selected={option.selected ?? false}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}
