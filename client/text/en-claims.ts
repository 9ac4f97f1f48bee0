/** Seats of running matches that change hands, and what stands in the mails of a match by letter. */
export const enClaims = {
  'moment.at': '{weekday} {day} {month}, {time}',
  'moment.in': '{moment} ({left})',
  'moment.ends': 'ends {moment}',
  'left.minutes': 'in {n, plural, one {# minute} other {# minutes}}',
  'left.hours': 'in {n} h',
  'left.days': 'in {days} d {hours} h',
  'match.claimable': '{n, plural, one {a seat to claim} other {# seats to claim}}',
  'match.claim': 'Look at the seat',
  'table.deadlines': 'If it began now, and nobody were ready before, turns would end {moments} (your zone, {zone}).',
  'sit.claim': 'This match has begun. A seat in it is open to whoever takes it on; or watch what everybody may see.',
  'claim.title': 'Take an open seat',
  'claim.seat': 'Open seat',
  'claim.go': 'Take the seat',
  'claim.of': 'Take the seat: {power}',
  'claim.text':
    'Somebody has left this seat or has been away for long. With it you take everything that it knows: its messages and offers, its secret agreements, its secret agenda. You answer for what was promised in its name. Whoever sat here before you stays in the record, and reads nothing more.',
  'claim.once': 'Once you have taken it, you can take no other seat of this match.',
  'stop.title': 'No more mail',
  'stop.done': 'No mail about this match goes to you any more, and your address is forgotten.',
  'stop.gone': 'No mail about this match goes to you; there is nothing left to stop.',
} as const;
