/** Every word of the command line in English, as ICU messages. */
export const en = {
  'program.description': 'Repaso: a chat tutor that teaches people their own notes',
  'verb.start': 'run the tutor with every adapter that is configured',
  'verb.cards': 'show which cards these notes would become; nothing is stored',
  'verb.import': 'bring notes into the store, as a difference',
  'verb.explain': 'look a concept up in notes, without a database',
  'verb.schedule': 'replay review histories through a scheduler',
  'verb.migrate': 'bring the database to this version',
  'verb.doctor': 'check configuration, database and notes, and say what to mend',
  'option.json': 'machine-readable output and nothing else',
  'option.workspace': 'the workspace to import into',
  'option.dry-run': 'show the difference and store nothing',
  'option.notes': 'note files or folders',
  'option.limit': 'results at most',
  'option.batch': 'a file with one JSON object a line; - for standard input',
  'option.scheduler': 'the scheduler',
  'argument.paths': 'note files or folders; - for standard input',
  'argument.query': 'the concept or question',

  'usage.problem': 'repaso: {problem}',
  'usage.unknown-command': 'there is no verb “{name}”',
  'usage.unknown-option': 'there is no option {name}',
  'usage.missing-argument': 'the argument <{name}> is missing',
  'usage.missing-value': 'the option {name} needs a value',
  'usage.missing-option': 'the option {name} is missing',
  'usage.batch-missing': 'the file {file} cannot be read',
  'usage.excess': 'there are more arguments than the verb takes',
  'usage.limit': '--limit takes a whole number from 1 to 100, got “{value}”',
  'usage.scheduler': '--scheduler takes sm2, got “{value}”',
  'usage.explain-both': 'give a query or --batch, not both',
  'usage.explain-none': 'give a query, or --batch FILE',
  'usage.workspace': 'there is no workspace “{name}”. Known: {known}',

  'config.problems': '{count, plural, one {One setting is wrong:} other {# settings are wrong:}}',
  'config.problem': '  {problem}',
  'config.mend': 'Mend it in the environment or in .env; .env.example lists every variable.',

  'file.missing': 'there is no such file or folder',
  'file.unreadable': 'cannot be read ({reason})',
  'file.no-notes': 'the folder holds no notes (.md, .markdown, .txt)',
  'file.too-large': 'the file has {megabytes, number} MB; 10 MB are allowed. Split it into several notes.',
  'file.twice': 'two files would be the same deck ({other}); rename one',

  'problem.line': '{file}:{line, number}: {message} ({code})',
  'problem.count':
    '{count, plural, =0 {Nothing was skipped.} one {One line gives no card:} other {# lines give no card:}}',
  'repair.line': '{file}: {encoding}; {lines, plural, one {one line} other {# lines}} repaired',
  'cards.deck': '{name} · {cards, plural, one {one card} other {# cards}} · {source}',
  'cards.total': '{cards, plural, one {One card} other {# cards}} in {decks, plural, one {one deck} other {# decks}}.',

  'import.counts':
    '{added, number} new, {changed, number} edited (progress kept), {moved, number} moved, {removed, number} gone (paused), {unchanged, number} unchanged.',
  'import.dry-run': 'Nothing was stored: this was a dry run.',
  'import.stopped': 'Nothing was imported: mend the files above and run it again.',
  'import.deck': '{name}: {counts}',

  'explain.none': 'The notes do not answer “{query}”.',
  'explain.near': 'Near it: {titles}',
  'explain.source': '{path} · {file}:{line, number}',

  'batch.bad-line': '{file}:{line, number}: {message}',
  'batch.not-json': 'not a JSON object',

  'store.locked':
    'Another Repaso is using {folder}{pid, select, none {} other { (process {pid})}}. Stop it, or set REPASO_DATA to another folder.',
  'store.unreadable':
    'The database in {folder} cannot be started. Nothing in it was changed: put a backup in its place, or set REPASO_DATA to another folder.',
  'store.newer':
    'The database is at version {database, number} and this program knows {program, number}. Update Repaso; nothing was changed.',
  'store.unreachable':
    'I cannot reach the database at {address}{reason, select, none {} other { ({reason})}}. Check that it runs and that DATABASE_URL is right.',
  'store.away': 'The database went away while I was working. What was confirmed is kept; run it again when it is back.',
  unexpected: 'Something went wrong: {message} (ref. {ref})',

  'migrate.done':
    '{applied, plural, =0 {The database is up to date (version {to}).} one {One migration applied: version {from} → {to}.} other {# migrations applied: version {from} → {to}.}}',

  'start.title': 'Repaso {version}',
  'start.database.new': 'Making the database in {where} (first start, about five seconds)',
  'start.database.open': 'Opening the database in {where}',
  'start.database.ready':
    'Database ready{applied, plural, =0 {} one {, one migration applied} other {, # migrations applied}}',
  'start.notes': 'Reading the notes in {folder}',
  'start.deck':
    '{name}: {cards, plural, one {one card} other {# cards}}{changes, select, none {} other { ({changes})}}',
  'start.deck.failed': '{file}: not loaded. {message}',
  'start.no-notes': 'No notes in {folder}: put Markdown files there and start again.',
  'start.ready': 'Ready: {url}',
  'start.ready.no-web': 'Ready. The web chat is switched off (REPASO_WEB=off).',
  'start.stop-hint': 'Press Ctrl+C to stop.',
  'start.stopping': 'Stopping: finishing what is in flight …',
  'start.stopped': 'Stopped. Everything is saved.',
  'start.port-taken':
    'Port {port, number, ::group-off} on {host} is taken. Stop what uses it, or set PORT (0 picks a free one).',
  'start.host':
    'The address {host} cannot be listened on ({reason}). Set HOST to 127.0.0.1 or to an address of this machine.',

  'doctor.ok': '✓ {name}: {detail}',
  'doctor.bad': '✗ {name}: {detail}',
  'doctor.mend': '  → {mend}',
  'doctor.node': 'Node.js',
  'doctor.node.mend': 'Install Node.js 20.19 or newer.',
  'doctor.config': 'Configuration',
  'doctor.config.good': 'every setting can be read',
  'doctor.database': 'Database',
  'doctor.database.good':
    '{kind, select, embedded {embedded, in {where}} other {server, {where}}}, version {version, number}',
  'doctor.database.none': 'none yet in {where}; the first start makes it',
  'doctor.database.in-use': 'in use by a running Repaso (process {pid})',
  'doctor.folder.mend': 'Give this user the right to write in {where}, or set REPASO_DATA.',
  'doctor.notes': 'Notes',
  'doctor.notes.good':
    '{files, plural, one {one file} other {# files}}, {cards, plural, one {one card} other {# cards}}',
  'doctor.notes.mend': 'Mend the file, or take it out of {folder}.',
  'doctor.clock': 'Clock',
  'doctor.clock.good': '{time} in {zone}',
  'doctor.clock.behind': 'differs from the database by {seconds, number} s',
  'doctor.clock.mend': 'Set this machine’s clock (NTP): due dates and daily messages follow it.',
  'doctor.web': 'Web chat',
  'doctor.web.good': 'would listen on {address}',
  'doctor.web.off': 'switched off',
  'doctor.web.taken': '{address} is in use; a running Repaso is a good reason',
} as const;
