/** Every word that the bot says in English, as ICU messages (https://unicode-org.github.io/icu/userguide/format_parse/messages/). */
export const en = {
  // Commands
  'command.explain': 'Explains a concept with the words of your notes',
  'command.explain.concept': 'What you want explained, for example: layers',
  'command.review': 'Reviews the cards that are due today',
  'command.review.deck': 'Only this deck',
  'command.deck': 'Shows which decks there are and how much is due',
  'command.settings': 'Your language and time zone',
  'command.help': 'What I can do for you',
  'command.daily': 'A message every day with your first card in it',
  'command.daily.switch': 'On or off',
  'command.daily.hour': 'Hour of your day, 0 to 23',
  'command.leaderboard': 'Who has reviewed how much this week',
  'choice.on': 'on',
  'choice.off': 'off',

  // Explaining
  'explain.source': '*{path} · {file}, line {line, number}*',
  'explain.empty': 'The notes have this heading and nothing under it yet.',
  'explain.memory.not-yet': '{cards, plural, one {One card} other {# cards}} about this, not in your reviews yet.',
  'explain.memory.learning': 'You reviewed this {last}; next due {due}.',
  'explain.memory.due': 'You reviewed this {last}; it is due now.',
  'explain.add': 'Add to my reviews',
  'explain.quiz': 'Quiz me on this',
  'explain.share': 'Share',
  'explain.shared': '{name} shares this from the notes.',
  'explain.related': 'Related: {title}',
  'explain.not-found': 'I could not find “{query}” in the notes.',
  'explain.not-found.near': 'Perhaps you meant one of these?',
  'explain.not-found.empty': 'There are no notes here yet.',
  'explain.blank': 'Tell me which concept, for example: /explain layers',
  'explain.gone': 'That part is no longer in the notes. Ask again with /explain and I will look it up.',
  'explain.added':
    '{count, plural, =0 {You already have these cards in your reviews.} one {Added one card: it comes first in your next review.} other {Added # cards: they come first in your next review.}}',
  'explain.no-cards': 'There are no cards about this part yet.',

  // Reviewing
  'review.title': '{deck} · {position, number} of {of, number}',
  'review.title.again': '{deck} · once more',
  'review.show': 'Show',
  'review.hint': 'Hint: {hint}',
  'review.hint.button': 'Hint',
  'review.notes': 'In the notes',
  'review.later': 'Stop for now',
  'review.answer': '**Answer:** {answer}',
  'review.grade.again': 'Again',
  'review.grade.hard': 'Hard',
  'review.grade.good': 'Good',
  'review.grade.easy': 'Easy',
  'review.grade.when': '{grade} · {when}',
  'review.when.today': 'today',
  'review.when.days': '{days, number} d',
  'review.when.months': '{months, number} mo',
  'review.when.years': '{years, number} y',
  'review.grades.note': 'Again and Hard come round once more before you finish.',
  'review.continued': 'You left off here.',
  'review.start': 'Start reviewing',
  'review.continue': 'Continue',
  'review.done': 'Done',
  'review.done.body':
    '{cards, plural, one {One card} other {# cards}}, {firstTry, number} at the first try, {minutes, number} min.',
  'review.done.tomorrow':
    '{cards, plural, =0 {Nothing is due tomorrow.} one {One card is waiting for you tomorrow.} other {# cards are waiting for you tomorrow.}}',
  'review.done.hardest': 'This one resisted: {front}',
  'review.done.see': 'See it in the notes',
  'review.done.more': 'More cards',
  'review.done.none': 'Nothing was left to ask here.',
  'review.nothing': 'Nothing is due today',
  'review.nothing.body':
    '{cards, plural, =0 {There are no cards here yet.} one {You are up to date with the only card.} other {You are up to date with all # cards.}}',
  'review.no-deck': 'I have no deck called “{asked}”.',
  'review.no-deck.choose': 'Choose one',
  'review.already': 'That answer was already counted.',
  'review.moved-on': 'You have moved on since; this is where you are.',
  'review.unknown': 'I no longer know that review. Your progress is safe; start again with /review.',
  'review.not-yours': 'That card belongs to somebody else. Start your own with /review.',
  'review.paused': 'Paused. Everything is saved; /review continues here today.',

  // Decks
  'decks.title': 'Decks',
  'decks.none': 'No decks here yet.',
  'decks.row': '{due, number} due · {unseen, number} new · {cards, number} in all',
  'decks.note':
    'The bar shows how many cards you have already met. {tomorrow, plural, =0 {Nothing is due tomorrow.} one {One card is due tomorrow.} other {# cards are due tomorrow.}}',
  'decks.review': 'Review {name}',

  // Settings
  'settings.title': 'Your settings',
  'settings.language': 'Language',
  'settings.language.en': 'English',
  'settings.language.es': 'Español',
  'settings.time-zone': 'Time zone',
  'settings.time-zone.value': '{zone}, where it is {time}',
  'settings.time-zone.change': 'Change time zone',
  'settings.time-zone.form': 'Your time zone',
  'settings.time-zone.field': 'City or zone',
  'settings.time-zone.placeholder': 'Madrid, or Europe/Madrid',
  'settings.time-zone.unknown': 'I know no time zone called “{typed}”. Nothing was changed; try a large city nearby.',
  'settings.time-zone.several': 'Several zones match “{typed}”. Choose one, or type more of the name.',
  'settings.daily': 'Daily message',
  'settings.day': 'Your day begins at 04:00: a late review still counts for the evening.',
  'settings.saved': 'Saved.',
  'settings.save': 'Save',

  // Daily message
  'daily.title': 'Daily message',
  'daily.on': 'On, every day at {hour} ({zone}).',
  'daily.off': 'Off. I will not write to you on my own.',
  'daily.turn-on': 'Turn on',
  'daily.turn-off': 'Turn off',
  'daily.hour': 'Hour',
  'daily.bad-hour': 'The hour is a whole number from 0 to 23. Nothing was changed.',
  'daily.bad-switch': 'Say on or off. Nothing was changed.',
  'daily.greeting':
    '{part, select, morning {Good morning} afternoon {Good afternoon} other {Good evening}}, {name}. {cards, plural, one {One card} other {# cards}}, about {minutes, plural, one {one minute} other {# minutes}}.',
  'daily.settings': 'Settings',

  // Leaderboard
  'leaderboard.title': 'Week {week, number}',
  'leaderboard.row': '{rank, number}. {name}',
  'leaderboard.count': '{reviews, plural, one {one review} other {# reviews}} · {share} known',
  'leaderboard.none': 'Nobody has reviewed yet this week. The first card counts.',
  'leaderboard.note': '{from} to {to}. Cards count when they are due; repeats within a session do not.',
  'leaderboard.more': '{count, plural, one {One more person} other {# more people}} took part.',
  'leaderboard.mine': 'Start reviewing',

  // Help and welcome
  'help.title': 'What I can do',
  'help.intro': 'I teach you your own notes, a few cards a day, until you know them.',
  'help.row': '**/{command}**: {description}',
  'help.private': 'Only you see the answers, except the leaderboard and what you share.',
  'help.decks': 'Decks',
  'welcome.title': 'Hello, {name}',
  'welcome.body': 'I am Repaso. I teach you the notes that live here, a few cards a day, until you know them.',
  'welcome.decks.some':
    '{cards, plural, one {One card is} other {# cards are}} ready in {decks, plural, one {the deck {names}} other {# decks: {names}}}.',
  'welcome.try': 'Three things to try:',
  'welcome.explain': 'What is {title}?',
  'welcome.review': 'Start reviewing',
  'welcome.decks': 'See the decks',
  'welcome.note': 'Type / to see every command. Nothing is sent to you unless you ask for it.',

  // Dates
  'date.weekday': 'on {name}',
  'date.day': 'on {day}',

  // Failures
  'failure.error':
    'Something went wrong on my side. What you had done before is saved; please try once more. *(ref. {ref})*',
  'failure.database':
    'I cannot reach my database just now. What you had done before is safe; press again in a moment. *(ref. {ref})*',
  'failure.unknown': 'I do not know “{name}”. It may belong to another version of me. /help shows what I can do.',
} as const;
