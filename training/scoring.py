"""Precision, recall and F1 as `entente evaluate` counts them, with bootstrap intervals over records."""
import random

OPTIONAL = {"denied", "past"}
KEYS = {
    "pair": lambda s: (s["source"], s["target"]),
    "sign": lambda s: (s["source"], s["target"], int(s["sign"])),
    "event": lambda s: (s["source"], s["target"], "RETREAT" if s["event"] == "CONCEDE" else s["event"]),
}


def counts(record, found):
    """{measure: (right, wrong, missed)} and whether it is a false alarm."""
    gold = record["statements"]
    required = [s for s in gold if s.get("status", "asserted") not in OPTIONAL]
    got = [s for s in found if s.get("status", "asserted") not in OPTIONAL]
    result = {}
    for name, key in KEYS.items():
        want, have = {key(s) for s in required}, {key(s) for s in got}
        tolerated = {key(s) for s in gold}
        result[name] = (len(have & want), len(have - tolerated), len(want - have))
    return result, bool(got) and not gold


def f1(right, wrong, missed):
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def score(gold, found):
    """{measure: F1}, "alarms" (false alarms, records without a statement)."""
    return summary([counts(r, found.get(r["id"], [])) for r in gold], gold)


def summary(counted, gold):
    result = {name: f1(*(sum(c[0][name][i] for c in counted) for i in range(3))) for name in KEYS}
    result["alarms"] = (sum(c[1] for c in counted), sum(not r["statements"] for r in gold))
    return result


def intervals(gold, found, draws=1000, seed=1):
    """{measure: (low, high)}: 95 % bootstrap intervals of F1 over records."""
    rng = random.Random(seed)
    counted = [counts(r, found.get(r["id"], []))[0] for r in gold]
    samples = {name: [] for name in KEYS}
    for _ in range(draws):
        drawn = rng.choices(counted, k=len(counted))
        for name in KEYS:
            samples[name].append(f1(*(sum(c[name][i] for c in drawn) for i in range(3))))
    return {name: (sorted(s)[int(0.025 * draws)], sorted(s)[int(0.975 * draws) - 1]) for name, s in samples.items()}
