"""Windows (made by `entente reader-inputs`) joined with annotations, as batches."""
import json
import random

import numpy as np
import torch

from model import AROUND, HINTS, LABELS, NONE, OUTPUTS, STATUSES

LABEL = {label: i for i, label in enumerate(LABELS)}
OPTIONAL = {"denied", "past"}  # neither required nor punished


def rows(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def label(event, sign):
    return {1: "OFFER", 0: "APPEAL", -1: "DEMAND"}[sign] if event == "REQUEST" else event


def examples(inputs, gold, keep=lambda record: True, hint_drop=0.15, weight=1.0, soft=None, trust=1.0):
    """One example a window: what the reader takes, and for each pair its labels, status, weight and, where `soft` has it, what the
    teacher gave for it; `trust` is how much that counts."""
    made = []
    for line in inputs:
        record = gold.get(line["id"])
        if record is None or not keep(record):
            continue
        said, status = {}, {}
        for s in record["statements"]:
            pair = (s["source"], s["target"])
            status.setdefault(pair, set()).add(STATUSES.index(s.get("status", "asserted")))
            if s.get("status", "asserted") not in OPTIONAL:
                said.setdefault(pair, set()).add(LABEL[label(s["event"], int(s["sign"]))])
        group = []
        taught = (soft or {}).get(line["id"])
        for number, window in enumerate(line["windows"]):
            example = {"id": line["id"], "ids": window["ids"], "marks": window["marks"], "drop": hint_drop,
                       "actors": [a["markers"] for a in window["actors"]], "pairs": []}
            codes = example["codes"] = [a["code"] for a in window["actors"]]
            for row, p in enumerate(window["pairs"]):
                key = (codes[p["source"]], codes[p["target"]])
                labels = sorted(said.get(key, ()))
                only_optional = key in status and not labels
                example["pairs"].append({
                    "key": key, "source": p["source"], "target": p["target"], "distance": p["distance"], "hints": p["hints"],
                    "triggers": p["triggers"], "labels": labels, "status": sorted(status.get(key, ())),
                    "soft": taught[number][row] if taught else None, "trust": trust, "weight": 0.0 if only_optional else weight})
            group.append(example)
        choose_window(group)
        made += group
    return made


def choose_window(group):
    """A pair may stand in several windows of a text, and the annotation does not say which: where the rules found it in some of them,
    these count and the others not at all; else all count half."""
    at = {}
    for example in group:
        for pair in example["pairs"]:
            if pair["labels"]:
                at.setdefault(pair["key"], []).append(pair)
    for pairs in at.values():
        if len(pairs) > 1:
            found = [p for p in pairs if p["triggers"]]
            for p in pairs:
                p["weight"] *= 0.5 if not found else 1.0 if p["triggers"] else 0.0


def batches(made, tokens=1600, rng=None, most=48):
    """Lists of examples of like length; `rng` shuffles."""
    order = list(range(len(made)))
    if rng is not None:
        rng.shuffle(order)
        order = [i for c in range(0, len(order), 400)
                 for i in sorted(order[c:c + 400], key=lambda i: len(made[i]["ids"]))]
    else:
        order.sort(key=lambda i: len(made[i]["ids"]))
    lists, current, longest = [], [], 0
    for i in order:
        length = len(made[i]["ids"])
        if current and (max(longest, length) * (len(current) + 1) > tokens or len(current) >= most):
            lists.append(current)
            current, longest = [], 0
        current.append(made[i])
        longest = max(longest, length)
    if current:
        lists.append(current)
    if rng is not None:
        rng.shuffle(lists)
    return lists


def collate(batch, rng=None, mask_id=103, word_drop=0.0, name_drop=0.0):
    """Tensors of a batch. With `rng`, hints, words and names are dropped at random."""
    length = max(len(e["ids"]) for e in batch)
    ids = np.zeros((len(batch), length), np.int64)
    marks = np.zeros((len(batch), length), np.int64)
    mask = np.zeros((len(batch), length), np.float32)
    weights, window, pairs, distances, keys = [], [], [], [], []
    count = sum(len(e["pairs"]) for e in batch)
    hints = np.zeros((count, HINTS), np.float32)
    labels = np.zeros((count, len(LABELS)), np.float32)
    status = np.zeros((count, len(STATUSES)), np.float32)
    weight = np.zeros(count, np.float32)
    trigger = np.zeros((count, length), np.float32)
    soft = np.zeros((count, OUTPUTS), np.float32)
    taught = np.zeros(count, np.float32)
    row = 0
    for b, e in enumerate(batch):
        n = len(e["ids"])
        ids[b, :n], marks[b, :n], mask[b, :n] = e["ids"], e["marks"], 1
        if rng is not None:
            names = rng.random() < name_drop
            for t in range(1, n - 1):
                if marks[b, t] == 1 and names or marks[b, t] == 0 and rng.random() < word_drop:
                    ids[b, t] = mask_id
        first = len(weights)
        for markers in e["actors"]:
            w = np.zeros(length, np.float32)
            w[markers] = 1 / len(markers)
            weights.append(w)
            window.append(b)
        unseen = rng is not None and rng.random() < e["drop"]  # all hints of the window, or some
        start, said = row, []
        for p in e["pairs"]:
            pairs.append((first + p["source"], first + p["target"]))
            distances.append(p["distance"])
            keys.append((e["id"], *p["key"]))
            if unseen or rng is not None and rng.random() < e["drop"] / 2:
                hints[row, NONE] = 1
            else:
                for i, value in p["hints"]:
                    hints[row, i] = value
                if not hints[row, NONE]:
                    said.append(p)
            labels[row, p["labels"]] = 1 / max(1, len(p["labels"]))
            status[row, p["status"]] = 1 / max(1, len(p["status"]))
            weight[row] = p["weight"]
            trigger[row, p["triggers"]] = 1
            if p["soft"] is not None:
                soft[row], taught[row] = p["soft"], p["trust"]
            row += 1
        for i, p in enumerate(e["pairs"], start):  # anew, for hints may have been dropped
            others = [o for o in said if o is not p]
            hints[i, AROUND:] = (bool(said), any(o["source"] == p["source"] for o in others),
                                 any(o["target"] == p["target"] for o in others))
    t = torch.from_numpy
    inputs = dict(ids=t(ids), marks=t(marks), mask=t(mask), actors=(t(np.stack(weights)), torch.tensor(window)),
                  pairs=torch.tensor(pairs), distances=torch.tensor(distances), hints=t(hints))
    return inputs, dict(labels=t(labels), status=t(status), weight=t(weight), trigger=t(trigger), soft=t(soft), taught=t(taught)), keys
