/** The longer texts: rules in brief, about the map, privacy. They load with their pages. */
export const enHelp = {
  'help.title': 'How to play',
  'help.lead':
    'You lead one of six powers. Nobody is your friend or your foe: you are partners in some policy areas and rivals in others, and that shifts every quarter.',
  'help.board.title': 'The board',
  'help.board.1':
    'Every country has a portfolio in six areas: security, borders, trade, energy, transit, politics. Each is 100 points, shared between its suppliers and the country itself.',
  'help.board.2':
    'Five tracks say how a power stands: capital pays for orders, treasury for promises and losses, stability keeps a government in office, credibility is what its word is worth, readiness is the force it can move. Stability and credibility are public; of the others you see a band.',
  'help.board.3':
    'On the map lie sites such as bases, routes with their gates and guards, fronts with their tension, and projects that several powers race to build.',
  'help.turn.title': 'A turn',
  'help.turn.1': 'News: income arrives, and a card moves something. It says what and why.',
  'help.turn.2': 'Negotiation: talk, propose, sign. You may already set orders.',
  'help.turn.3':
    'Orders: the doors are closed. The last set that you submitted is what runs; “ready” only shortens the clock.',
  'help.turn.4': 'Resolution: everything happens at once, and every change names its cause. Ask “why?” of any number.',
  'help.verbs.title': 'What you can order',
  'help.verbs.court':
    'Court: raise your share in a host’s area. It counts double where the host welcomes you, a quarter where it bars you.',
  'help.verbs.squeeze':
    'Squeeze: use the share you hold to demand something. It hurts, it wastes your own share, and it can be met.',
  'help.verbs.harden': 'Harden: raise your own share at home, slowly.',
  'help.verbs.doors':
    'Doors: you hold two welcomes and one bar over all your areas. That is what the small have to sell.',
  'help.verbs.gates': 'Gates: open, restrict or close your own, and choose who guards them.',
  'help.verbs.diplomacy':
    'Diplomacy: mediate and send observers, recognise borders and lines, impose and lift sanctions, show the evidence of a broken promise.',
  'help.verbs.projects': 'Projects: sponsor one abroad, award one at home. Their stages wait for promises of the host.',
  'help.verbs.covert': 'Covert: what nobody else sees, unless it comes to light. Then it costs credibility.',
  'help.verbs.force':
    'Force: mobilise, stand by others, probe, operate. The odds stand on the card; using it costs the trust of all who hold a promise.',
  'help.verbs.absence':
    'Standing orders run in a turn in which you submit nothing. After some such turns a caretaker stands in; you take over again at once.',
  'help.verbs.expert': 'Whoever would rather type presses “:” in a match. Tab goes on with a line.',
  'help.agree.title': 'Agreements',
  'help.agree.1':
    'An agreement is made of clauses, public or secret, a statement or a treaty. The game checks each clause and writes kept, breached or excused, with the order that decided it.',
  'help.agree.2':
    'A breach costs credibility and gives the wronged party a grievance. Orders are checked against your agreements before you set them.',
  'help.agree.3': 'A contested route carries nothing until its owners sign a regime for it.',
  'help.agree.4':
    'Before you sign you are told what would break each promise of yours, and what that costs. Countries without a player sign by a policy that everybody may read.',
  'help.score.title': 'How it ends',
  'help.score.1':
    'Each power has public objectives and one secret agenda, opened at the end. The mean of all is the joint outcome: a match can be won by one and lost by everybody.',
  'help.score.2':
    'A match also ends when all agree to end it. Whoever leaves is stood in for by a bot and can come back.',
  'help.letters.title': 'By letter',
  'help.letters.1':
    'A turn takes a day, and talk and orders have it in common. “Time and reminders” in the menu tells when it ends where you are, saves that for your calendar, and gives you an address for calendars and feed readers; where the server sends mail, also that.',
  'help.letters.2':
    'Each seat has three days in a match by which it can put turns off by itself. More than half of the people stop the clock or give half a turn more; half of them let it run again. Votes that have not carried lapse with the turn.',
  'help.letters.3':
    'Who goes for good gives the seat up: a caretaker keeps it until somebody claims it, with all that it knows and all that was promised in its name. The seat of somebody who is long away opens by itself, or the host opens it. Who has held one seat of a match can claim no other.',
  'help.score.3':
    'A front that is left at war, or two fronts left near it, is a regional war: it ends the match, and all lose.',
  'help.people.title': 'People',
  'help.people.1':
    '“People at the table” in the menu folds somebody’s messages away, reports them to the operator of the server, or blocks them: then neither of you can sit at a table where the other is. Nobody is told. Lies and broken promises are part of the game.',
  'help.people.2':
    'The host of a table can send somebody away: they lose the seat and do not come back. In a class the teacher takes care of all this, and can lead back to their seat whoever has lost it.',
  'help.people.3':
    'Whoever sets a table says who may watch. At an open table spectators see each turn when it has closed, and one browser has one seat. After the end the same people can play again, each in their own seat or one further on.',
  'help.bots.title': 'Bots',
  'help.bots.1':
    'Negotiators make offers, answer yours and reckon with what others will do. Easy, normal and strong differ in how many ways to play they look at. Each keeps its word or is an opportunist: that is drawn in secret, unless a teacher chose it. They read offers, not messages.',
  'help.bots.2':
    'Planners follow the published plan of their power, dice do anything legal, quiet ones do nothing and keep what was agreed.',
  'help.bots.3':
    'A caretaker sits in for who is away or has handed over. Its mandate: keep agreements (deeds, gates and doors that were promised, and money that falls due), follow the standing orders of who is away, strengthen the weakest area at home with capital that would be lost. It signs nothing, grants nothing and starts no force.',
  'help.bots.4':
    'Every bot knows what its seat may know and nothing more. Who comes back takes over with the first thing sent, and reads what was done in the meantime.',
  'help.first.title': 'Your first quarter',
  'help.first.1':
    'Read your briefing, then the alignment board: where do you depend on one supplier for more than half?',
  'help.first.2': 'Open one door to somebody who could balance that supplier, and tell them so.',
  'help.first.3':
    'Court or harden one area. Do not fall by more than six points from anybody in one turn: that opens a gap.',
  'help.first.4': 'Propose one small agreement that both can keep. Credibility grows from there.',

  'about.title': 'About this map',
  'about.1':
    'The map is drawn for play. Its lines, names and colours endorse no claim and take no side; a line that is disputed is drawn as disputed.',
  'about.2':
    'Where a place has more than one name in use, the game gives both or the one that the scenario’s sources use, and says which.',
  'about.3':
    'Emblems are letters and not flags. No power is the villain: each briefing is written as that government would see itself.',
  'about.4':
    'The scenario begins in January 2025. Historical facts are simplified to make them playable; cards and starting numbers name their sources. What happens in a match is fiction made by its players.',
  'about.5':
    'Orders are aimed at states, never at civilians. Where force is used, its human cost is told in plain words.',
  'about.data.title': 'Map data and letters',
  'about.data':
    'Shapes and relief come from Natural Earth, which is in the public domain. The typefaces are Cinzel, Alegreya Sans and EB Garamond, under the SIL Open Font License.',

  'privacy.title': 'Privacy',
  'privacy.lead': 'Playing needs no account, no address and no real name.',
  'privacy.kept.title': 'What is kept',
  'privacy.kept.1':
    'On the server: the name you choose, where you sit, and what you do in a match, with its messages. That is the match’s record.',
  'privacy.kept.2':
    'In this browser: a token that is your key to your seats, your name, and drafts that you have not sent. Clearing the site’s data removes them. The server keeps only a digest of the token, and replaces it every month.',
  'privacy.kept.mark':
    'A random mark of this browser, by which one table tells that two seats are asked for from one place. What is kept of it differs from table to table, so that nobody can tell from it that two of them were yours.',
  'privacy.kept.mail':
    'If you ask to be reminded of turns by mail: the address, until that match ends. Nobody at the table sees it.',
  'privacy.kept.4':
    'If you report somebody: what you wrote, and the messages that you could read when you did. The operator of the server reads it.',
  'privacy.kept.3': 'No tracking, no advertising, no files from other sites.',
  'privacy.read.title': 'Who reads it',
  'privacy.read.1':
    'While a match runs: each seat sees what its power may know. A private message is read by those it is addressed to, and in a class also by whoever runs the class.',
  'privacy.read.2':
    'After a match: its record shows everything, messages included, to everyone who has the link of the match. The record of a class is open to those who sat at the table and to whoever runs the class.',
  'privacy.read.3': 'Whoever runs this server can technically read what it stores.',
  'privacy.long.title': 'For how long',
  'privacy.long.1':
    'A match is kept for as long after its end as whoever set the table has chosen: a month to a year, 180 days where nobody has chosen and the server says nothing else, 90 in a class. Every table says so. Then it is deleted with everything that was said in it.',
  'privacy.long.2': 'A match that nobody plays any more goes in the same way, counted from the last move.',
  'privacy.long.3': 'Your name goes with the last match that you were in, once your key has run out.',
  'privacy.class.title': 'In a class',
  'privacy.class.1':
    'A first name or an invented one is enough. The teacher can save the records, with or without what was said.',
  'privacy.rights.title': 'Your data',
  'privacy.rights.1':
    'You can see and save everything that the server keeps of you, sign out every other browser, and delete yourself.',
  'privacy.rights.2':
    'If you delete yourself, your name and your key are gone at once and bots take your seats. What you said is deleted as soon as each match is over, because until then others answer to it.',
  'privacy.rights.3':
    'Orders and agreements stay in a match’s record without your name. The record can still be verified, and says in which turns something was deleted. Files that others have saved before, and backups of whoever runs the server, are out of reach.',
  'privacy.rights.4': 'Whoever runs a class can delete it with all its tables.',
  'privacy.rights.open': 'Your data',
} as const;
