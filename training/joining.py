"""What the reader says of texts, and how it is joined with what the rules say. `Joining` in Java does the same."""
import itertools
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import torch

from data import batches, collate, label
from model import AROUND, LABELS, SIGNS, STATUSES
from scoring import KEYS, OPTIONAL, score

EVENTS = ["REQUEST" if name in ("OFFER", "APPEAL", "DEMAND") else name for name in LABELS]
N = len(LABELS)


def predict(reader, examples, bf16=True, tokens=4000):
    """{id: {(source, target): Opinion}}; the likeliest window of a text counts. `tokens`: word pieces a batch."""
    reader.eval()
    result = {}
    with torch.no_grad():
        for batch in batches(examples, tokens):
            inputs, _, keys = collate(batch)
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=bf16):
                outputs, _ = reader(**inputs)
            outputs = outputs.float()
            any_ = torch.sigmoid(outputs[:, 0]).numpy()
            types = torch.softmax(outputs[:, 1:1 + N], -1).numpy()
            status = torch.softmax(outputs[:, 1 + N:], -1).numpy()
            around = inputs["hints"][:, AROUND:AROUND + 2].numpy() > 0
            for (id_, source, target), p, t, s, a in zip(keys, any_, types, status, around):
                pairs = result.setdefault(id_, {})
                if (source, target) not in pairs or pairs[source, target].probability < p:
                    pairs[source, target] = Opinion(float(p), t, s, bool(a[0]), bool(a[1]))
    return result


class Opinion(NamedTuple):
    """What the reader thinks of a pair, and where the pair stands."""

    probability: float
    types: np.ndarray
    statuses: np.ndarray
    answered: bool  # whether the rules say anything of the pair's window
    source_taken: bool  # whether the rules say something of the source toward another


@dataclass(frozen=True)
class Thresholds:
    veto: float = 0.1  # an act of the rules is dropped where the reader's probability of each of its pairs is smaller
    add: float = 0.6  # the reader speaks from here on in a window of which the rules say nothing
    beside: float = 0.8  # and beside them, of a source that they do not have
    retype: float = 0.6  # the reader's label replaces the rules' from this probability on
    second: float = 0.4  # a second label of the reader


def adds(opinion, t):
    if opinion.answered:
        return opinion.probability >= t.beside and not opinion.source_taken
    return opinion.probability >= t.add


def choose(types, second):
    """The likeliest label of the likeliest sign, and a second one if it is likely too."""
    mass = {sign: sum(p for p, s in zip(types, SIGNS) if s == sign) for sign in (1, 0, -1)}
    sign = max(mass, key=lambda s: mass[s])
    order = sorted(range(N), key=lambda i: -types[i])
    best = next(i for i in order if SIGNS[i] == sign)
    return [best] + [i for i in order[:3] if i != best and types[i] >= second and EVENTS[i] != EVENTS[best]][:1]


def statement(pair, i, status, p):
    return {"source": pair[0], "target": pair[1], "event": EVENTS[i], "sign": SIGNS[i], "status": status, "confidence": p,
            "rule": "reader"}


def join(rules, pairs, t):
    """The statements of one text: `rules` are the rules', `pairs` the reader's opinion."""
    kept, done, acts = [], set(), {}
    for s in rules:
        if (s["source"], s["target"]) in pairs:
            act = s["trigger"], s["event"]
            acts[act] = max(acts.get(act, 0), pairs[s["source"], s["target"]].probability)
    for s in rules:
        pair = (s["source"], s["target"])
        opinion = pairs.get(pair)
        if s["status"] in OPTIONAL or opinion is None:
            kept.append(s)
            continue
        p, types = opinion.probability, opinion.types
        if acts[s["trigger"], s["event"]] < t.veto:  # the pairs of an act stand or fall together
            continue
        top = int(np.argmax(types))
        if p >= t.add and types[top] >= t.retype and LABELS[top] != label(s["event"], s["sign"]):
            if pair not in done and not any(label(o["event"], o["sign"]) == LABELS[top]
                                            for o in rules if (o["source"], o["target"]) == pair):
                kept.append({**s, "event": EVENTS[top], "sign": SIGNS[top]})
                done.add(pair)
            continue
        kept.append(s)
    have = {(s["source"], s["target"]) for s in kept if s["status"] not in OPTIONAL}
    for pair, opinion in pairs.items():
        if pair not in have and adds(opinion, t):
            p, types, status = opinion[:3]
            likely = STATUSES[int(np.argmax(status))]
            if likely in OPTIONAL and status[STATUSES.index("denied")] + status[STATUSES.index("past")] < 0.7:
                likely = "asserted"
            kept += [statement(pair, i, likely, p) for i in choose(types, t.second)]
    return kept


@dataclass(frozen=True)
class Joined:
    value: float
    thresholds: Thresholds
    figures: dict

    def __str__(self):
        f = self.figures
        return f"{f['pair']:.3f}/{f['sign']:.3f}/{f['event']:.3f} alarms {f['alarms'][0]} of {f['alarms'][1]} {self.thresholds}"


def joined(predictions, validation, t):
    rules = validation["rules"]
    return {id_: join(rules.get(id_, []), predictions.get(id_, {}), t) for id_ in set(rules) | set(predictions)}


def loss(figures, rules, allowed=0.01):
    """How much the joined figures fall below those of the rules, beyond what is allowed."""
    return sum(max(0.0, rules[name] - figures[name] - allowed) for name in KEYS)


def best_join(predictions, validation, alarms=0.07, noise=0.005, quick=False, guards=()):
    """The thresholds that do best on a validation set: the sum of the three F1, less twice the share of false alarms beyond what is
    allowed, less three times what is lost on `guards`: pairs of predictions and sets to which the rules were fitted. Of those that differ from
    the best by noise only, the one that drops least of what the rules say, then the one that retypes least of it, then the one that gives
    fewest second labels."""
    if quick:
        grid = [(0.1, 0.2), (0.5, 0.6), (0.6,), (0.8,), (0.4,)]
    else:
        grid = [(0.05, 0.1, 0.15, 0.2, 0.25, 0.3), (0.4, 0.45, 0.5, 0.55, 0.6, 0.7), (0.5, 0.6, 0.7, 0.8), (0.8, 0.9, 1.01), (0.4,)]
    fitted = [score(one["gold"], one["rules"]) for _, one in guards]
    tried = []
    for choice in itertools.product(*grid):
        t = Thresholds(*choice)
        f = score(validation["gold"], joined(predictions, validation, t))
        over = max(0.0, f["alarms"][0] / max(1, f["alarms"][1]) - alarms)
        lost = sum(loss(score(one["gold"], joined(given, one, t)), rules) for (given, one), rules in zip(guards, fitted))
        tried.append(Joined(f["pair"] + f["sign"] + f["event"] - 2 * over - 3 * lost, t, f))
    best = max(one.value for one in tried)
    near = [one for one in tried if one.value >= best - noise]
    return max(near, key=lambda one: (-one.thresholds.veto, one.thresholds.retype, one.thresholds.second, one.value))
