#!/usr/bin/env python3
"""Plays a match of Multivector over plain HTTP, as docs/protocol.md tells it. Nothing but the standard library.

    python3 play.py --url http://localhost:2567                            a sprint against bots
    python3 play.py --url http://localhost:2567 --code ABCDE --power IRN   a seat at somebody's table

It courts, hardens and sponsors, signs offers that give it no less than they take, says something each turn, and ends
with the match and its scores.
"""
import argparse
import json
import time
import urllib.error
import urllib.request
import uuid

WAIT = 25
AGAIN = {"server/storage", "server/closing", "server/too-fast"}
WORTH = {"sponsor": 3, "harden": 2, "court": 1, "mediate": 1}
AGAINST = {"breach", "barred", "tired", "faded"}
MOST_ORDERS = 4


class Refused(Exception):
    """What the server told instead of an answer, with its code."""


class Server:
    def __init__(self, url, patience):
        self.base = url.rstrip("/") + "/api"
        self.token = None
        self.patience = patience

    def ask(self, method, path, body=None, wait=0):
        """Sends the same again for as long as the server cannot be reached or has no time."""
        until = time.monotonic() + self.patience
        while True:
            try:
                return self._once(method, path, body, wait + 15)
            except Refused as refused:
                if refused.args[0] not in AGAIN or time.monotonic() > until:
                    raise
            except OSError:
                if time.monotonic() > until:
                    raise
            time.sleep(1)

    def _once(self, method, path, body, timeout):
        headers = {"Content-Type": "application/json"}
        if self.token is not None:
            headers["Authorization"] = "Bearer " + self.token
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data=data, headers=headers, method=method)
        try:
            with urllib.request.urlopen(request, timeout=timeout) as answer:
                return json.load(answer)
        except urllib.error.HTTPError as error:
            try:
                told = json.load(error)
                raise Refused(told["code"], told["message"]) from None
            except (ValueError, KeyError):
                raise OSError("no answer of the game: %s" % error.code) from None


def worth(choice):
    """The higher, the rather it is ordered; None for what this player does not do."""
    verb, notes = choice["order"]["verb"], choice["notes"]
    if verb not in WORTH or choice["needsDemand"] or AGAINST & set(notes):
        return None
    return WORTH[verb] + 2 * ("welcome" in notes)


def choose_orders(options):
    """The best first, as far as capital and treasury go; each further order of a verb costs more."""
    left = dict(options["has"])
    given, orders = {}, []
    rated = [(worth(choice), i) for i, choice in enumerate(options["orders"])]
    for _, i in sorted((-value, i) for value, i in rated if value is not None):
        choice = options["orders"][i]
        order, cost = choice["order"], choice["cost"]
        before = given.get(order["verb"], 0)
        capital = cost["capital"] + (before * options["overstretch"] if cost["capital"] > 0 else 0)
        if before >= 2 or capital > left["capital"] or cost["treasury"] > left["treasury"]:
            continue
        left["capital"] -= capital
        left["treasury"] -= cost["treasury"]
        given[order["verb"]] = before + 1
        orders.append(order)
    return orders[:MOST_ORDERS]


def is_fair(draft, me):
    """It promises me at least as much as I promise, and asks for no soldiers."""
    mine = [clause["terms"]["kind"] for clause in draft["clauses"] if me in clause["by"]]
    others = [clause for clause in draft["clauses"] if me in clause["to"]]
    return len(others) >= len(mine) and "guarantee" not in mine


class Player:
    def __init__(self, server, seat):
        self.server = server
        self.path = "/matches/" + seat["match"]
        self.power = seat["power"]
        self.version = None
        self.view = None
        self.answered = set()
        self.greeted = 0
        server.token = seat["token"]

    def look(self):
        """Waits for news. Returns whether there was any."""
        question = "" if self.version is None else "?after=%d&wait=%d" % (self.version, WAIT)
        told = self.server.ask("GET", self.path + "/view" + question, wait=WAIT)
        if told["changed"]:
            self.version, self.view = told["version"], told["view"]
        return told["changed"]

    def send(self, **what):
        """Returns None, or the code of the refusal. One id for however many times it is sent."""
        request = {"id": uuid.uuid4().hex, "basedOn": self.version, "input": what}
        until = time.monotonic() + self.server.patience
        while True:
            reply = self.server.ask("POST", self.path + "/inputs", request)
            code = None if reply["ok"] else reply["refusal"]["code"]
            if code not in AGAIN or time.monotonic() > until:
                if code is not None:
                    print("refused:", what["kind"], code)
                return code
            time.sleep(1)

    def answer_offers(self):
        for offer in self.view["proposals"]:
            mine = self.power in offer["draft"]["parties"] and self.power not in offer["signed"]
            if offer["status"] != "open" or not mine or offer["id"] in self.answered:
                continue
            kind = "sign" if is_fair(offer["draft"], self.power) else "decline"
            if self.send(kind=kind, proposal=offer["id"]) != "input/stale":
                self.answered.add(offer["id"])
                print(kind, offer["draft"]["title"])

    def greet(self):
        turn = self.view["board"]["turn"]
        if self.greeted < turn and self.view["settings"]["press"] != "agreements":
            self.greeted = turn
            others = [power for power in self.view["table"]["seats"] if power != self.power]
            self.send(kind="say", to=others, text="%s has read your offers of turn %d." % (self.power, turn))

    def set_orders(self):
        orders = choose_orders(self.server.ask("GET", self.path + "/options"))
        self.send(kind="submitOrders", orders={"orders": orders, "doors": None, "concessions": []})
        print("turn %d:" % self.view["board"]["turn"], ", ".join(order["verb"] for order in orders) or "no orders")

    def play(self):
        while True:
            self.look()
            table = self.view["table"]
            if table["phase"] == "ended":
                return
            if table["paused"] is None and table["phase"] == "negotiation":
                self.answer_offers()
                self.greet()
            if table["paused"] is None and table["phase"] != "table" and not table["seats"][self.power]["ready"]:
                if table["phase"] == "orders" or self.view["settings"]["oneWindow"]:
                    self.set_orders()
                self.send(kind="setReady", ready=True)


def sit(server, wish):
    person = {"name": wish.name or " ".join(filter(None, ("Python", wish.power)))}
    if wish.power:
        person["power"] = wish.power
    if wish.code:
        return server.ask("POST", "/codes/%s/join" % wish.code, person)
    bots = {"bot": wish.bots, **({"level": "easy"} if wish.bots == "negotiator" else {})}
    table = {"kind": "quick", "length": "sprint", "pace": "untimed", "press": "full", "bots": bots}
    return server.ask("POST", "/matches", {**person, **table})


def main():
    parser = argparse.ArgumentParser(description="Plays a match of Multivector over plain HTTP.")
    parser.add_argument("--url", default="http://localhost:2567")
    parser.add_argument("--code", help="of a table; without it a sprint against bots")
    parser.add_argument("--power", help="such as IRN; without it the first free seat")
    parser.add_argument("--name", help="another than anybody else's at the table")
    parser.add_argument("--bots", default="negotiator", help="who plays the others in a match of one's own")
    parser.add_argument("--patience", type=float, default=60, help="seconds to wait for a server that does not answer")
    wish = parser.parse_args()
    server = Server(wish.url, wish.patience)
    seat = sit(server, wish)
    print("playing", seat["power"], "in", seat["match"], flush=True)
    player = Player(server, seat)
    player.play()
    scores = player.view["scores"]
    for power, score in sorted(scores["powers"].items()):
        print("%s %6.2f" % (power, score["full"] / 100))
    print("all together %.2f" % (scores["joint"] / 100))


if __name__ == "__main__":
    main()
