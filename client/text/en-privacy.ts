/** What people are told about what is kept of them; loads with the pages that say it. */
export const enPrivacy = {
  'back.title': 'Back to your seat',
  'back.other':
    'In this browser somebody plays as {name}. If you go on, it is you from now on, and without a personal link there is no way back to their seats.',
  'back.unnamed':
    'This browser is somebody already. If you go on, it is whoever the link is for, and without a personal link there is no way back to the seats that it had.',
  'back.go': 'Go on with the link',
  'back.stay': 'Leave it as it is',
  'back.used':
    'This link has been used, has been replaced by a newer one, or is older than twelve hours. Ask for a new one where you got it: in your own browser, or from your teacher.',
  'back.none': 'A personal link is good once. Open it again, or ask for a new one.',
  'back.again': 'Try again',

  'mine.title': 'Your data',
  'mine.lead': 'Everything that this server keeps of you, to look at, to take away, and to delete.',
  'mine.nobody': 'This browser is nobody yet: nothing is kept of you here.',
  'mine.name': 'Name',
  'mine.since': 'Since',
  'mine.tokens': 'Ways in',
  'mine.tokens.of':
    '{sessions, plural, one {# browser} other {# browsers}}, {links, plural, =0 {no open personal link} one {# open personal link} other {# open personal links}}, {feeds, plural, =0 {no calendar} one {# calendar} other {# calendars}}',
  'mine.reports': 'Reports you made',
  'mine.reminders': 'Addresses for reminders',
  'mine.none': 'None',
  'mine.matches': 'Matches',
  'mine.matches.none': 'No match holds anything of yours.',
  'mine.match.said': '{n, plural, =0 {nothing said or done} one {# thing said or done} other {# things said or done}}',
  'mine.match.until': 'kept until {date}',
  'mine.match.running': 'not over',
  'mine.save': 'Save all of it',
  'mine.save.note': 'One file with everything that you said, did and reported, in JSON.',
  'mine.out': 'Sign out everywhere else',
  'mine.out.note':
    'For a browser or a link that you have lost. Only this browser stays signed in; calendars that follow your turns stop too.',
  'mine.out.done': 'Every other browser is signed out.',
  'mine.delete': 'Delete me',
  'mine.delete.note': 'Your name, your seats and your ways in, for good.',
  'mine.delete.title': 'Delete everything that is yours?',
  'mine.delete.1': 'Your name and every way in are gone at once, in all browsers. There is no way back.',
  'mine.delete.2': 'Where a match still goes on, a bot takes your seat. What you said there is deleted when it ends.',
  'mine.delete.3': 'Where a match is over, what you said is deleted now.',
  'mine.delete.4':
    'What your power ordered and signed stays in the record, without your name: it is what the match consists of. Copies that others have saved are out of reach.',
  'mine.delete.go': 'Delete it',
  'mine.deleted': 'You are deleted here. This browser is nobody now.',
  'mine.deleted.still':
    'You are deleted here. {n, plural, one {# match still goes} other {# matches still go}} on; what you said there is deleted at the end.',

  'class.key': 'New key for the console',
  'class.key.text':
    'For a link that somebody else has seen. The one that you have shared opens nothing from then on; this browser gets another. Everybody at your tables is connected anew, which takes a moment.',
  'class.key.go': 'Replace the key',
  'class.key.done': 'The console has a new key. Older links open nothing.',
  'class.delete': 'Delete the class',
  'class.delete.title': 'Delete this class with all its tables?',
  'class.delete.text':
    'Everything that was said and done at its tables is gone for everybody, also where a match is still running. Save the records first if you need them. There is no way back.',
  'class.delete.go': 'Delete it',
  'class.deleted': 'The class is deleted.',
} as const;
