import type { Form } from '../../chat/port.js';
import type { Language } from '../../core/language.js';
import { say } from '../messages/say.js';

/** The largest note file, in bytes. */
export const IMPORT_LIMIT_BYTES = 10 * 1024 * 1024;
/** How the names of files end that are read. */
export const IMPORTED = ['.md', '.markdown', '.txt', '.csv', '.tsv', '.json', '.apkg', '.colpkg', '.zip'] as const;

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
        accept: IMPORTED,
        maxBytes: IMPORT_LIMIT_BYTES,
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
