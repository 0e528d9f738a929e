import { type Child, Fragment } from 'hono/jsx';
import { encodeActionRef } from '../action-ref.js';
import { fitView } from '../fit.js';
import { splitHeadline } from '../headline.js';
import type { Bar, Block, Control, FileField, Form, FormField, TextField, View } from '../port.js';
import { maxBytesOf } from './asked-files.js';
import { cardKeys } from './card-keys.js';
import { CARD_LIMITS } from './limits.js';
import { inlineMarkdownToHtml, markdownToHtml } from './markdown.js';
import type { KeptFile } from './room-log.js';
import type { RoomWords } from './words.js';

/** Notes as HTML in which nothing can run: `markdown.ts` lets only plain elements through. */
function Markdown({ source }: { source: string }): Child {
  return <div class="prose" dangerouslySetInnerHTML={{ __html: markdownToHtml(source) }} />;
}

function Inline({ source }: { source: string }): Child {
  return <span class="prose" dangerouslySetInnerHTML={{ __html: inlineMarkdownToHtml(source) }} />;
}

type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

function HeadlineView({ markdown }: BlockOf<'headline'>): Child {
  const { line, rest } = splitHeadline(markdown);
  return (
    <div class="headline">
      {line === '' ? null : (
        <h2>
          <Inline source={line} />
        </h2>
      )}
      {rest === '' ? null : <Markdown source={rest} />}
    </div>
  );
}

/** The words beside a bar say the same, so that it is read only once. */
function BarView({ bar }: { bar: Bar }): Child {
  return <progress value={String(bar.value)} max={String(bar.max)} aria-hidden="true" />;
}

function CaptionView({ text, bar }: BlockOf<'caption'>): Child {
  return (
    <p class="caption">
      <span>{text}</span>
      {bar === undefined ? null : <BarView bar={bar} />}
    </p>
  );
}

function RowsView({ rows }: BlockOf<'rows'>): Child {
  return (
    <ul class="rows">
      {rows.map(({ markdown, bar, controls }) => (
        <li>
          <div class="row-words">
            <Inline source={markdown} />
            {bar === undefined ? null : <BarView bar={bar} />}
          </div>
          {controls.length === 0 ? null : (
            <div class="row-controls">
              {controls.map((control) => (
                <ControlView control={control} keyName={undefined} />
              ))}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function BlockView({ block }: { block: Block }): Child {
  switch (block.kind) {
    case 'text':
      return <Markdown source={block.markdown} />;
    case 'code':
      return (
        <pre class="code" tabindex={0}>
          <code>{block.code}</code>
        </pre>
      );
    case 'list': {
      const items = block.items.map((item) => (
        <li>
          <Inline source={item} />
        </li>
      ));
      return block.ordered ? <ol class="items">{items}</ol> : <ul class="items">{items}</ul>;
    }
    case 'fields':
      return (
        <dl class="fields">
          {block.fields.map(({ name, value }) => (
            <Fragment>
              <dt>
                <Inline source={name} />
              </dt>
              <dd>
                <Inline source={value} />
              </dd>
            </Fragment>
          ))}
        </dl>
      );
    case 'meters':
      return (
        <ul class="meters">
          {block.meters.map(({ label, value, max, text }) => (
            <li>
              <span class="meter-label">{label}</span>
              <span class="meter-text">{text}</span>
              <progress value={String(value)} max={String(max)} aria-label={`${label}: ${text}`} />
            </li>
          ))}
        </ul>
      );
    case 'headline':
      return <HeadlineView {...block} />;
    case 'caption':
      return <CaptionView {...block} />;
    case 'rows':
      return <RowsView {...block} />;
  }
}

function ControlView({ control, keyName }: { control: Control; keyName: string | undefined }): Child {
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

function Blocks({ blocks }: { blocks: readonly Block[] }): Child {
  return (
    <>
      {blocks.map((block) => (
        <BlockView block={block} />
      ))}
    </>
  );
}

/** A view of the bot as a card. What is too long for one is a press away, and its buttons stay in reach. */
export function Card({ view, file, words }: { view: View; file: KeptFile | null; words: RoomWords }): Child {
  const { pages, rest } = fitView(view, CARD_LIMITS);
  const [first, ...more] = pages;
  const { title, tone = 'neutral' } = first;
  const { controls = [], footer } = pages.at(-1) ?? first;
  const keys = cardKeys(controls);
  return (
    <div class={`card ${tone}`}>
      {title === undefined ? null : <h2 class="card-title">{title}</h2>}
      <Blocks blocks={first.body} />
      {more.length === 0 ? null : (
        <details class="rest">
          <summary>{words.showRest}</summary>
          <Blocks blocks={more.flatMap((page) => page.body)} />
          {rest === null ? null : <p class="line">{rest}</p>}
        </details>
      )}
      {file === null ? null : (
        <p>
          <a class="button plain" href={`/files/${file.id}`} download={file.name}>
            {words.saveFile(file.name, file.size)}
          </a>
        </p>
      )}
      {footer === undefined ? null : (
        <footer class="card-footer">
          <Markdown source={footer} />
        </footer>
      )}
      {controls.length === 0 ? null : (
        <fieldset class="controls" aria-label={words.choose}>
          {controls.map((control) => (
            <ControlView control={control} keyName={keys.get(control)} />
          ))}
        </fieldset>
      )}
    </div>
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

/** Questions in place, below the message whose button asked for them. */
export function FormCard({ form, entry, words }: { form: Form; entry: number; words: RoomWords }): Child {
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
