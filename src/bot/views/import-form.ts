import type { Form } from '../../chat/port.js';
import { MAX_FILE_BYTES, NOTE_ENDINGS } from '../../core/files.js';
import type { Language } from '../../core/language.js';
import { say } from '../messages/say.js';

/** Endings of file names that can be imported. */
const ACCEPTED = [...NOTE_ENDINGS, '.csv', '.tsv', '.json', '.apkg', '.colpkg', '.zip'];

/** A form for notes, as a file or as text. */
export function importForm(language: Language): Form {
  return {
    title: say(language, 'import.form'),
    action: { action: 'import.send', args: [] },
    submitLabel: say(language, 'import.preview'),
    fields: [
      {
        kind: 'file',
        name: 'file',
        label: say(language, 'import.file'),
        required: false,
        accept: ACCEPTED,
        maxBytes: MAX_FILE_BYTES,
      },
      {
        kind: 'text',
        name: 'text',
        label: say(language, 'import.text'),
        placeholder: say(language, 'import.text.placeholder'),
        required: false,
        multiline: true,
        maxLength: 3_000,
      },
      {
        kind: 'text',
        name: 'name',
        label: say(language, 'import.name'),
        required: false,
        multiline: false,
        maxLength: 60,
      },
    ],
  };
}
