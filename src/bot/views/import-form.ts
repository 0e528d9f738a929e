import type { Form } from '../../chat/port.js';
import { MAX_FILE_BYTES, NOTE_ENDINGS } from '../../core/files.js';
import type { Language } from '../../core/language.js';
import { say } from '../messages/say.js';

/** What the names of files end with that are read. */
const ACCEPTED = [...NOTE_ENDINGS, '.csv', '.tsv', '.json', '.apkg', '.colpkg', '.zip'];

/** Asks for notes: a file, or text. */
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
