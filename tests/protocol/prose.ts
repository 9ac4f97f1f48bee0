import { BODY_LIMIT } from '../../server/http/api.ts';
import {
  FAILED_CODES,
  FAILED_CODES_OF_ONE,
  NEW_CLASSES,
  NEW_CLASSES_A_DAY,
  NEW_PEOPLE,
  NEW_PEOPLE_A_DAY,
  OF_STRANGERS,
  REQUESTS,
} from '../../server/http/callers.ts';
import { HELD_AT_A_MATCH, HELD_AT_ONCE } from '../../server/http/long-polls.ts';
import { MADE_A_DAY, MATCHES_AT_ONCE, OPEN_TABLES } from '../../server/http/quotas.ts';
import { ENTERED_A_DAY, OF_ONE_ADDRESS } from '../../server/http/reminder-api.ts';
import { AT_ONCE, PER_SECOND } from '../../server/match/allowance.ts';
import { OF_ONE, WATCHING } from '../../server/rooms/match-room.ts';
import { LIMITS } from '../../shared/protocol/input-schema.ts';
import { PROTOCOL_VERSION } from '../../shared/protocol/messages.ts';
import { LONGEST_WAIT } from '../../shared/protocol/side-channel.ts';

/** What no schema says. */

export const INTRODUCTION = `# Protocol

<!-- Made by \`npm run -s protocol > docs/protocol.md\` from the schemas, the endpoints' table and the types. Mend those, or tests/protocol. -->

How a program plays. There are two ways to a match, with the same seats, the same requests and the same refusals:

* **plain HTTP** (\`/api/matches/:id/view\`, \`options\`, \`inputs\`): JSON over requests, in any language. [A client in Python](examples/python/play.py), with nothing but its standard library, was written from this page.
* **a WebSocket** to the match's room, with the Colyseus SDK: what the page itself uses. \`npm run bot -- --url URL --code CODE --power IRN\` plays that way.

All addresses are below \`/api\` of the server. Bodies and answers are JSON in UTF-8; a body says \`Content-Type: application/json\` and its \`Content-Length\`. Answers may be compressed for those who accept gzip.`;

export const WALKTHROUGH = `## A match in six requests

1. \`POST /api/matches\` with \`{"kind":"quick", "name":"Ada", "power":"ARM", "length":"sprint", "pace":"untimed", "press":"full", "bots":{"bot":"negotiator","level":"easy"}}\` makes a match against bots, which has started. Or \`POST /api/codes/ABCDE/join\` with \`{"name":"Ada", "power":"ARM"}\` takes a seat at somebody's table. Both answer with \`match\`, \`power\` and \`token\`; every further request says \`Authorization: Bearer TOKEN\`.
2. \`GET /api/matches/MATCH/view\` answers with \`{"changed":true, "version":12, "view":{…}, …}\`: all that the seat may know, as \`SeatView\` below.
3. \`view.table.phase\` says what is to be done:
   * \`table\`: the match has not started. Ask for the view again, as in 6.
   * \`negotiation\`: talk (\`say\`), offer (\`propose\`), answer offers (\`sign\`, \`decline\`). Orders may be set already. Open offers are those of \`view.proposals\` whose \`status\` is \`open\`; they wait for you if your power is among \`draft.parties\` and not among \`signed\`.
   * \`orders\`: the doors are closed; set orders. With \`view.settings.oneWindow\` this phase does not come: set them in negotiation.
   * \`ended\`: \`view.scores.powers\` holds the final scores in hundredths, \`full\` with each power's agenda, and \`view.scores.joint\` their mean.

   While \`view.table.paused\` is not null there is nothing to do but wait.
4. \`GET /api/matches/MATCH/options\` lists every order that the seat may give, with its price. Choose some whose costs together are no more than \`has\`.
5. \`POST /api/matches/MATCH/inputs\` with \`{"id":"a-new-id-of-your-own", "basedOn":12, "input":{"kind":"submitOrders", "orders":{"orders":[…], "doors":null, "concessions":[]}}}\`, and when all is done in this phase the same with \`{"kind":"setReady", "ready":true}\`. The phase ends when everybody is ready, or by the clock.
6. \`GET /api/matches/MATCH/view?after=VERSION&wait=${LONGEST_WAIT}\` is answered as soon as the view changes, or after ${LONGEST_WAIT} seconds with \`{"changed":false, …}\`. Then from 3 on. \`view.table.seats[POWER].ready\` is false again in each new phase.`;

export const WHO = `## Who somebody is

* A person is a token of 32 hex digits, made by \`POST /api/people\`, or along the way by creating or joining a table. The server keeps only its sha-256. It travels in \`Authorization: Bearer …\`, and in no address.
* A token is good for 400 days. \`POST /api/me/session\` puts one that the client has chosen in its place; a client keeps the new one before it asks, and so has a good one even when the answer is lost. The page does so every month.
* To go on elsewhere, \`POST /api/me/return-link\` gives a token that can be exchanged in the same way once, within twelve hours. Whoever gives up tokens (\`POST /api/me/sign-out\`) is put out of all rooms, by code \`4002\`: enter again.
* A facilitator is the class's console token, in the same header. It opens the class room as \`console\` (as \`key\`), each of its matches as \`viewer: 'facilitator'\`, and the class's records.
* The wall has a key of its own, which opens nothing else and shows nothing secret.
* The seat follows from the person at the moment of each request: never from what a request claims. Several people may share a seat. Somebody who moves to another seat before the start sees through its eyes at once: over a socket by a new \`welcome\` and a new \`view\`; over plain HTTP ask for the view without \`after\`.
* What is written to a channel is read by its parties, by the facilitator of a class, and by whoever reads the saved match after its end: \`welcome.readers\` says so.`;

export const REQUESTS_AND_REPLIES = `## Requests and replies

* \`inputs\` and \`acts\`, and \`input\` and \`act\` over a socket, are answered with a \`Reply\`. What is acknowledged is stored. \`receipt\` is a digest that binds the orders that will run.
* \`id\` is the sender's own. The same id from the same person in the same seat gets the same reply and has no effect, also after a restart and whichever way it comes: without an answer, send it again as it was. The same id with another content is \`input/reused-id\`.
* \`server/storage\`, \`server/closing\` and \`server/too-fast\` may be sent again as they are, a little later.
* A refusal is \`{"ok":false, "refusal":{"code":…, "because":{…}}}\`: nothing was recorded, nothing has changed. Over plain HTTP it comes with status 200; other statuses mean that the request did not get as far as the match, and come with \`{"code":…, "message":…}\`.
* Whoever a stand-in plays for has the seat back with the first input. A seat that another bot has takes none: \`input/not-your-seat\`.

## Versions

* A version counts how often *this viewer's* view has changed. Nobody else's acts make it move unless the viewer may know of them.
* \`basedOn\` is the version that the sender saw. Above the seat's version it is \`input/stale\`. Below, it is taken, except that \`submitOrders\` and \`sign\` must be based on the phase that is open.
* \`digests\` are those of all turns that have closed: the seal of each, chained over all before. Write them down and compare them with the saved match. A rewound turn is sealed again, and then has two: the later one counts.

## Clocks

* \`deadline\` and \`now\` are the server's milliseconds. The server's clock runs on evenly while it is up, whatever is done to the machine's, and never goes back behind its last heartbeat ([0020](decisions/0020-whose-time-it-is.md)).
* After an outage every running deadline moves by as long as the server was down; blitz and live tables get five seconds more, in which pages come back, and have at least a minute. The move is an input of the table (\`extend\`). A match by letter that sleeps is given back every outage that it slept through when it is opened ([0023](decisions/0023-matches-by-letter-leave-memory.md)).`;

export const ROOMS = `## By WebSocket

With the Colyseus SDK 0.18, or anything that speaks its protocol.

1. \`POST /api/matches/MATCH/open\` names the room, and makes it first if it is not there. \`protocol\` is the version that the server speaks.
2. \`client.auth.token = TOKEN\`, then \`client.joinById(ROOM, { match: MATCH, protocol: ${PROTOCOL_VERSION} })\`; with \`viewer: 'spectator'\` or \`viewer: 'facilitator'\` through those eyes. Clients may only enter a room by its id. At a table with a delay, while it runs, \`open\` names its gallery to whoever has no seat, and its own room refuses them with \`server/behind\`. Not let in: the error's \`code\` is an HTTP status, its message a code of the server.
3. The room sends \`welcome\` (\`WelcomeMessage\`), then \`view\` (\`ViewMessage\`), whole; from then on \`p\`, a patch (\`PatchMessage\`), whenever the view changes. How a patch is read is in this repository's code, of which \`server/cli/bot-seat.ts\` is the shortest client; if one does not follow on the version that you have, leave and enter again. In another language it is easier to go by plain HTTP, where every view is whole.
4. \`room.request('input', { id, basedOn, input })\` and, for a facilitator, \`room.request('act', …)\` resolve to a \`Reply\`, never to an exception. Sent without waiting for a reply, what is refused is answered with the message \`refused\`. Another type of message is \`server/malformed\`.
5. The room's state holds who is here: \`spectators\`, and for each power of \`seats\` its \`people\` (JSON: names, and who is connected). Everything else is in the view.
6. After a lost connection the place is kept for 30 seconds for the SDK's own way back; opening and entering again always works. Either way everything begins with \`welcome\` and a whole \`view\`. Whoever enters again and names what they still have, \`has: { line, version }\` (\`HeldView\`; the line is the last that they were told), is sent \`resume\` (\`ResumeMessage\`) in place of the view where the server can go on from that: as a rule within two minutes and one turn, also after it was started again. If it cannot be read, enter again without \`has\`. \`4001\`: the server stops, or the match was opened anew. Open and enter again.

The SDK repeats its token in the address of the socket. The server does not need it there; our client deletes it with a \`urlBuilder\`, and other clients should.

A class has a room too (\`POST /api/classes/:id/open\`): entered with \`{ classId, role: 'console' | 'wall', key, protocol }\` it sends \`console\` (\`ConsoleView\`) or \`wall\` (\`WallView\`), and takes the console's \`act\`: \`{ id, table, input }\`, where \`table\` is a match of the class or \`all\`.`;

export const LIMITS_AND_SETTINGS = `## Limits

| | |
| --- | --- |
| requests over HTTP | ${REQUESTS} a minute for one person, whatever address they come from; ${OF_STRANGERS} for one address without a token that is known |
| inputs and acts | ${AT_ONCE} at once, then ${PER_SECOND} a second: for one connection, over plain HTTP for one person |
| one input or act | ${LIMITS.payload / 1024} KB; a frame of more than ${(LIMITS.payload * 2) / 1024} KB closes the socket, a body of more than ${BODY_LIMIT / 1024} KB is \`server/too-large\` |
| views held at a time | ${HELD_AT_ONCE} for one person, ${LONGEST_WAIT} seconds each, ${HELD_AT_A_MATCH} at one match |
| places in the room of a match | ${OF_ONE} for one person, ${WATCHING} for all who watch; a place is kept for a while at the door and after a lost connection |
| new people | ${NEW_PEOPLE} a minute and ${NEW_PEOPLE_A_DAY} a day for one address |
| new classes | ${NEW_CLASSES} a minute and ${NEW_CLASSES_A_DAY} a day for one address |
| new tables | ${MADE_A_DAY} a day for one person; ${OPEN_TABLES} for people standing open at once |
| running matches with other people | ${MATCHES_AT_ONCE} at once for one person |
| addresses for mail | ${ENTERED_A_DAY} a day by one person; ${OF_ONE_ADDRESS} times a day the same |
| codes that are none | ${FAILED_CODES} a minute for one address, and ${FAILED_CODES_OF_ONE} a day that are one person's own |

A token that the server gave out is counted as its person, whatever address it comes from. The address of the connection counts for what comes without one, for new people and classes, and for codes that open nothing: a whole school may be behind one. A proxy has to be named to the server, or all come from one address ([0025](decisions/0025-limits-count-persons.md)).

What a server can be set to is in [hosting.md](hosting.md).`;

export const SHAPES_INTRODUCTION = `## Shapes of what is sent

\`?\`: may be left out. \`[Id] × 1…6\`: a list of one to six. \`1…99\`: a whole number, both included. Nothing else may stand in an object. Ids are those of the view and of the scenario's files (\`shared/scenarios/charter-2025\`); what each order and each promise does is in [rules.md](rules.md).`;

export const TYPES_INTRODUCTION = `## Types of what comes

As the server declares them, in TypeScript: \`T[]\` is a list, \`{ [power: PowerId]: T }\` an object by power, \`|\` is or, \`?\` may be missing. A client should let pass what it does not know.`;
