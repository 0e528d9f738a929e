import type { Child } from 'hono/jsx';
import { encodeActionRef } from '../action-ref.js';
import type { FileField, Form, FormField, TextField } from '../port.js';
import { maxBytesOf } from './requested-files.js';
import type { RoomWords } from './words.js';

/** A form to be put below the message that asked for it. */
export async function formHtml(form: Form, entry: number, words: RoomWords): Promise<string> {
  return String(await (<FormCard form={form} entry={entry} words={words} />));
}

/** Questions in place, below the message whose button asked for them. */
function FormCard({ form, entry, words }: { form: Form; entry: number; words: RoomWords }): Child {
  return (
    <form class="card form" data-submit={encodeActionRef(form.action)} data-entry={entry} aria-label={form.title}>
      <h2 class="card-title">{form.title}</h2>
      {form.fields.map((field, index) => (
        <FieldView field={field} id={`field-${entry}-${index}`} words={words} />
      ))}
      <div class="controls">
        <button type="submit" class="button primary">
          {form.submitLabel}
        </button>
        <button type="button" class="button plain" data-cancel="">
          {words.cancel}
        </button>
      </div>
    </form>
  );
}

function FieldView({ field, id, words }: { field: FormField; id: string; words: RoomWords }): Child {
  return (
    <div class="field">
      <label for={id}>
        {field.label}
        {field.required ? <span class="required"> ({words.required})</span> : null}
      </label>
      {field.kind === 'file' ? <FileInput field={field} id={id} words={words} /> : <TextInput field={field} id={id} />}
    </div>
  );
}

/** What the page says when a file does not fit stands with the field, as data: it is said before anything is sent. */
function FileInput({ field, id, words }: { field: FileField; id: string; words: RoomWords }): Child {
  const { name, required, accept } = field;
  const max = maxBytesOf(field);
  const some = accept.length > 0;
  return (
    <>
      <div class="controls">
        <input
          id={id}
          name={name}
          type="file"
          accept={some ? accept.join(',') : undefined}
          required={required}
          aria-describedby={`${id}-note ${id}-problem`}
          data-max-bytes={max}
          data-too-large={words.fileTooLarge(max)}
          data-wrong-kind={some ? words.fileWrongKind(accept) : undefined}
        />
      </div>
      <p class="card-footer" id={`${id}-note`}>
        {words.fileNote(max, accept)}
      </p>
      <p role="alert" id={`${id}-problem`} hidden />
    </>
  );
}

function TextInput({ field, id }: { field: TextField; id: string }): Child {
  const { name, value = '', placeholder = '', hint, required, multiline, maxLength } = field;
  const common = { id, name, placeholder, maxlength: maxLength, required };
  const described = hint === undefined ? {} : { 'aria-describedby': `${id}-note` };
  return (
    <>
      {multiline ? (
        <textarea {...common} {...described} rows={4}>
          {value}
        </textarea>
      ) : (
        <input {...common} {...described} type="text" value={value} autocomplete="off" />
      )}
      {hint === undefined ? null : (
        <p class="card-footer" id={`${id}-note`}>
          {hint}
        </p>
      )}
    </>
  );
}
