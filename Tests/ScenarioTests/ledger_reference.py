"""A second reckoning of quotes, in decimal arithmetic and day by day, and random claims to try it on.

It shares nothing with the first: it walks through every single day of every item, asks for each
what principal and rate it has, and gathers equal days afterwards. `python ledger_reference.py
BENCH COUNT [SEED]` sets it beside `parley-bench ledger`.
"""

import datetime
import decimal
import json
import random
import subprocess
import sys

DECIMAL = decimal.Decimal
EPOCH = datetime.date(1970, 1, 1)
decimal.getcontext().prec = 60


def date(day):
    return EPOCH + datetime.timedelta(days=day)


def number(day):
    return (day - EPOCH).days


def cents(amount):
    return int(amount.quantize(DECIMAL(1), rounding=decimal.ROUND_HALF_UP))


def half_year(day):
    """The year and the half of it."""
    return day.year, 0 if day.month <= 6 else 1


class Rates:
    def __init__(self, terms, contract):
        self.terms, self.contract = terms, contract
        self.known = {}

    def of(self, day, due):
        """The rate, whether it is provisional, and the span it holds for."""
        terms = self.terms
        if terms["kind"] == "none":
            return None
        span = [day.year] if terms["dayCount"] == "actual-actual" else []
        if terms["kind"] == "contract":
            rate, provisional = self.contract, False
        else:
            fixed = {
                "at-start": due + datetime.timedelta(days=1),
                "at-due-day": due,
                "per-period": day,
            }[terms["fixation"]]
            if terms["fixation"] == "per-period":
                span.append(half_year(day))
            rate, provisional = self.reference(half_year(fixed))
        if terms["cap"] is not None:
            rate = min(rate, terms["cap"])
        return rate, provisional, tuple(span)

    def reference(self, half):
        if half not in self.known:
            terms = self.terms
            read = datetime.date(half[0], 1 if half[1] == 0 else 7, 1)
            if terms["referenceDay"] == "previous-half-year-end":
                read -= datetime.timedelta(days=1)
            rows = [row for row in terms["rows"] if row[0] <= number(read)]
            row = rows[-1] if rows else terms["rows"][0]
            rate = row[1] + terms["margin"]
            if terms["rateRounding"] == "up-to-half-point":
                points = (DECIMAL(rate) / 50).to_integral_value(rounding=decimal.ROUND_CEILING)
                rate = int(points * 50)
            provisional = number(read) > terms["tableEnds"] or number(read) < row[0]
            self.known[half] = rate, provisional
        return self.known[half]


def interest(terms, principal, rate, first, days):
    length = {"actual-365": 365, "actual-360": 360}.get(terms["dayCount"])
    if length is None:
        length = (datetime.date(first.year + 1, 1, 1) - datetime.date(first.year, 1, 1)).days
    yearly = DECIMAL(principal) * DECIMAL(rate) / DECIMAL(10000)
    if terms["centRounding"] == "daily":
        return cents(yearly / length) * days
    return cents(yearly * days / length)


def reckon(case):
    terms = case["profile"]
    rates = Rates(terms, case["contract"]) if terms else None
    items = sorted(case["items"], key=lambda item: (item[1], item[0]))
    owed = {("PRINCIPAL", item[0]): item[2] for item in items}
    bars = set()
    for first, last in case["barred"]:
        bars.update(range(first, last + 1))
    order = terms["allocation"] if terms else ["costs", "interest", "principal"]
    until = case["asOf"]
    accrues = until if case["accruesUntil"] is None else min(until, case["accruesUntil"])
    segments, fixed, started, open_run = [], [], {}, {}
    unspent, parts, back = {}, {}, []
    void = {item: day for kind, item, day in case["reversals"] if kind}
    agreed = [part for part in case["parts"] if part[3] <= until]
    settled, signed, told = set(), [], []

    def end_run(item):
        run = open_run.pop(item, None)
        if run is None:
            return
        first, days, principal, (rate, provisional, _) = run
        amount = interest(terms, principal, rate, date(first), days)
        owed["INTEREST", item] = owed.get(("INTEREST", item), 0) + amount
        segments.append(
            [item, first, first + days - 1, days, principal, rate, int(provisional), amount])

    def spend():
        numbers = [item[0] for item in items]
        lists = {
            "costs": [("COSTS", c[0]) for c in posted if c[3] == 0]
            + [("LATE_FEE", c[0]) for c in posted if c[3] == 1]
            + [("COMPENSATION", n) for n in numbers],
            "interest": [("INTEREST", n) for n in numbers],
            "principal": [("PRINCIPAL", n) for n in numbers],
        }
        apart = {(name, n) for name in ("PRINCIPAL", "INTEREST", "COMPENSATION") for n in settled}
        for payment in unspent:
            first = [
                key for part in reversed(signed) if part[4] < payment for key in
                [(name, n) for name in ("PRINCIPAL", "INTEREST", "COMPENSATION")
                 for n in numbers if n in part[1]] + [("PRINCIPAL", -part[0])]
            ]
            rest = [key for step in order for key in lists[step] if key not in apart]
            for key in first + rest:
                amount = min(owed.get(key, 0), unspent[payment])
                if amount > 0:
                    owed[key] -= amount
                    unspent[payment] -= amount
                    parts[payment].append([key[0], str(max(key[1], 0)), str(amount)])

    def settle(part):
        for item in part[1]:
            end_run(item)
        kept, conceded = part[2], []
        for name in ("PRINCIPAL", "INTEREST", "COMPENSATION"):
            for n in [item[0] for item in items if item[0] in part[1]]:
                stays = min(owed.get((name, n), 0), kept)
                kept -= stays
                if owed.get((name, n), 0) > stays:
                    conceded.append(["CONCEDED", name, str(n), str(owed[name, n] - stays)])
                owed[name, n] = stays
        owed["PRINCIPAL", -part[0]] = kept
        settled.update(part[1])
        signed.append(part)
        told.append([["SETTLED", str(part[0]), str(kept)]] + conceded)

    def take_back(key, day):
        if key not in owed or key[0] == "COMPENSATION" and key[1] in settled:
            return
        set_against = {p: sum(int(a) for n, i, a in parts[p] if (n, int(i)) == key) for p in parts}
        back.append((day, *key, owed[key] + sum(set_against.values())))
        owed[key] = 0
        if any(set_against.values()):
            for item in list(open_run):
                end_run(item)
            for payment, amount in set_against.items():
                unspent[payment] += amount
                parts[payment] = [p for p in parts[payment] if (p[0], int(p[1])) != key]
            spend()

    posted = []
    days_that_matter = [item[1] for item in items] + [p[1] for p in case["payments"]]
    days_that_matter += [charge[1] for charge in case["charges"]]
    days_that_matter += [day for _, _, day in case["reversals"]]
    days_that_matter += [part[3] for part in agreed]
    charged = {charge[0]: charge for charge in case["charges"]}
    takes = [
        (("COMPENSATION", n), when) if kind else
        (("LATE_FEE" if charged[n][3] else "COSTS", n), max(when, charged[n][1]))
        for kind, n, when in sorted(case["reversals"], key=lambda r: -r[1] if r[0] else r[1])
    ]
    for day in range(min(days_that_matter), until + 1):
        for item, due, _ in items:
            if rates is None or day <= due or day > accrues or item in settled:
                continue
            principal = owed["PRINCIPAL", item]
            rate = rates.of(date(day), date(due)) if principal > 0 and day not in bars else None
            if rate is None:
                end_run(item)
                continue
            if item not in started:
                started[item] = day
                tiers = [tier for tier in terms["tiers"] if tier[0] <= principal]
                if tiers:
                    fixed.append([item, day, principal, tiers[-1][1]])
                    if void.get(item, until + 1) < day:
                        back.append((day, "COMPENSATION", item, tiers[-1][1]))
                    else:
                        owed["COMPENSATION", item] = tiers[-1][1]
            run = open_run.get(item)
            if run and run[2:] == (principal, rate) and run[0] + run[1] == day:
                open_run[item] = (run[0], run[1] + 1, principal, rate)
            else:
                end_run(item)
                open_run[item] = (day, 1, principal, rate)
        for charge in sorted(case["charges"]):
            if charge[1] == day:
                posted.append(charge)
                owed["LATE_FEE" if charge[3] else "COSTS", charge[0]] = charge[2]
                spend()
        for key, when in takes:
            if when == day:
                take_back(key, day)
        came = [(2 * p[0], p) for p in case["payments"] if p[1] <= until and max(
            [p[1]] + [part[3] for part in agreed if part[4] < p[0]]) == day]
        came += [(2 * part[4] + 1, part) for part in agreed if part[3] == day]
        for place, fact in sorted(came, key=lambda each: each[0]):
            if place % 2:
                settle(fact)
                continue
            for item in list(open_run):
                end_run(item)
            unspent[fact[0]] = fact[2]
            parts[fact[0]] = []
            spend()
    for item in list(open_run):
        end_run(item)
    for part, lines in zip(signed, told):
        keys = [(name, n) for name in ("PRINCIPAL", "INTEREST", "COMPENSATION")
                for n in [item[0] for item in items if item[0] in part[1]]]
        for name, n in keys + [("PRINCIPAL", -part[0])]:
            if owed.get((name, n), 0) > 0:
                lines.append(["LEFT", name, str(max(n, 0)), str(owed[name, n])])
    accounts = ["COSTS", "LATE_FEE", "COMPENSATION", "INTEREST", "PRINCIPAL"]
    left = {name: sum(v for k, v in owed.items() if k[0] == name) for name in accounts}
    return {
        "segments": sorted(segments),
        "compensation": sorted(fixed),
        "parts": {str(number): parts[number] for number in parts},
        "reversals": [[k, str(n), str(d), str(a)] for d, k, n, a in sorted(back)],
        "settlements": [line for lines in told for line in lines],
        "credit": sum(unspent.values()),
        "left": left,
        "balance": sum(left.values()),
    }


def random_case(dice):
    start = number(datetime.date(2023, 6, 1)) + dice.randrange(400)
    items = [
        [n + 1, start + dice.randrange(120), amount(dice)] for n in range(dice.choice([1, 2, 2, 3]))
    ]
    as_of = start + dice.randrange(1, 330)
    rows = sorted(dice.sample(range(start - 400, start + 300), dice.randrange(1, 5)))
    kind = dice.choice(["table", "table", "table", "contract", "none"])
    rounding = dice.choice(["none", "up-to-half-point"])
    first = start + dice.randrange(100)
    profile = {
        "kind": kind,
        "rows": [[day, dice.randrange(0, 900)] for day in rows],
        "tableEnds": max(rows[-1], start + dice.randrange(-50, 300)),
        "margin": 50 * dice.randrange(0, 20),
        "referenceDay": dice.choice(["half-year-start", "previous-half-year-end"]),
        "fixation": dice.choice(["at-start", "at-due-day", "per-period"]),
        "rateRounding": rounding,
        "cap": dice.choice([None, None, dice.randrange(1, 1500)]),
        "dayCount": dice.choice(["actual-365", "actual-360", "actual-actual"]),
        "centRounding": dice.choice(["final", "daily"]),
        "tiers": dice.choice([[], [[0, 4000]], [[0, 4000], [100000, 7000], [1000000, 10000]]]),
        "allocation": dice.sample(["costs", "interest", "principal"], 3),
    }
    charges = [
        [n + 1, start + dice.randrange(300), amount(dice) // 40 + 1, dice.randrange(2)]
        for n in range(dice.choice([0, 0, 1, 2]))
    ]
    reversals = [
        [0, charge[0], charge[1] + dice.choice([0, dice.randrange(200)])]
        for charge in charges if dice.randrange(2)
    ]
    reversals += [[1, item[0], start + dice.randrange(330)] for item in items if not dice.randrange(4)]
    payments = [
        [n + 1, start - 10 + dice.randrange(330), amount(dice)]
        for n in range(dice.choice([0, 1, 1, 2, 4]))
    ]
    parts, open_items, on, before = [], [item[0] for item in items], start, 0
    while len(open_items) > 1 and dice.randrange(2):
        chosen = sorted(dice.sample(open_items, dice.randrange(1, len(open_items))))
        open_items = [n for n in open_items if n not in chosen]
        on, before = on + dice.randrange(200), dice.randrange(before, len(payments) + 1)
        whole = sum(item[2] for item in items if item[0] in chosen)
        parts.append([len(parts) + 1, chosen, 1 + dice.randrange(whole + whole // 8 + 1), on, before])
    return {
        "parts": parts,
        "currency": dice.choice(["JPY", "EUR", "KWD"]),
        "asOf": as_of,
        "accruesUntil": dice.choice([None, None, None, start + dice.randrange(300)]),
        "contract": dice.randrange(1, 3000) if kind == "contract" else None,
        "profile": profile if dice.randrange(12) else None,
        "items": items,
        "charges": charges,
        "reversals": reversals,
        "payments": payments,
        "barred": [[first, first + dice.randrange(40)]] if dice.randrange(3) == 0 else [],
    }


def amount(dice):
    return int(10 ** dice.uniform(0, dice.choice([4, 6, 7, 14])))


def differences(bench, count, seed):
    """How many of `count` random claims the two reckon differently, and the first of them."""
    dice = random.Random(seed)
    found, first = 0, None
    left = count
    while left:
        cases = [random_case(dice) for _ in range(min(left, 2000))]
        left -= len(cases)
        text = "".join(json.dumps(case) + "\n" for case in cases)
        run = subprocess.run(
            [bench, "ledger"], input=text, capture_output=True, text=True, check=True)
        answers = run.stdout.splitlines()
        assert len(answers) == len(cases), "one answer for each claim"
        for case, answer in zip(cases, answers):
            expected = reckon(case)
            if json.loads(answer) != expected:
                found += 1
                first = first or (case, json.loads(answer), expected)
    return found, first


if __name__ == "__main__":
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 1
    found, first = differences(sys.argv[1], int(sys.argv[2]), seed)
    if first:
        print("\n".join(json.dumps(part) for part in first))
    print(f"{sys.argv[2]} claims, {found} differ")
    sys.exit(1 if found else 0)
