"""The annotated sets and what each is for. Nothing is tuned on the test parts."""
import os
import zlib

from data import examples, rows

VALIDATION_YEAR, TEST_YEAR = "2018", "2019"
HELD_FIFTH = 0
INVENTED = ["force-1", "force-2", "force-3", "force-4", "fresh", "fresh-2", "fresh-3", "fresh-4", "fresh-5", "fresh-6", "lead",
            "lexicon-1", "lexicon-2", "lexicon-3", "lexicon-4", "second", "speech-1", "speech-2", "ties-1", "ties-2"]
WRITTEN = [f"written-{name}" for name in ("agency", "agency-2", "americas-africa", "asia", "daily-1", "daily-2", "daily-3", "daily-4", "daily-5", "daily-6",
                                          "europe", "middle-east", "paragraphs")]
REAL = ["current-events-dev", "current-events-2012-17", "ag-2004-dev", "articles-dev"]
UNSEEN = "current-events-unseen"  # daily events of the same years as the second set, held out, but for the choice of thresholds


def fifth(id_):
    """0 to 4, by the id alone."""
    return zlib.crc32(id_.encode()) % 5


def even(id_):
    return zlib.crc32(id_.encode()) % 2 == 0


def load(folder, name):
    """The inputs and the annotations of a set, by id."""
    return rows(os.path.join(folder, "inputs", name + ".jsonl")), {
        r["id"]: r for r in rows(os.path.join(folder, "sets", name + ".jsonl"))}


def softened(folder, name):
    """What the teacher gave for the pairs of a set, by id, if label.py was run."""
    path = os.path.join(folder, "soft", name + ".jsonl")
    return {line["id"]: line["outputs"] for line in rows(path)} if os.path.exists(path) else {}


def part(folder, name, keep, **options):
    """Examples, annotated records and the rules' statements of a part of a set."""
    inputs, gold = load(folder, name)
    return {"examples": examples(inputs, gold, keep, soft=softened(folder, name), **options), "gold": [r for r in gold.values() if keep(r)],
            "rules": {line["id"]: line["statements"] for line in inputs if line["id"] in gold and keep(gold[line["id"]])}}


def year(value):
    return lambda record: record["date"][:4] == value


def held_out(folder):
    """The test sets by name."""
    return {
        "current-events 2019": part(folder, "current-events-dev", year(TEST_YEAR)),
        "current-events unseen": part(folder, UNSEEN, lambda r: True),
        "ag-2004, a fifth": part(folder, "ag-2004-dev", lambda r: fifth(r["id"]) == HELD_FIFTH),
    }


def validation_sets(folder):
    """The texts on which thresholds are chosen, as one part."""
    one, other = part(folder, "current-events-dev", year(VALIDATION_YEAR)), part(folder, UNSEEN, lambda r: True)
    return {"examples": one["examples"] + other["examples"], "gold": one["gold"] + other["gold"],
            "rules": {**one["rules"], **other["rules"]}}


def articles(folder, fold):
    return part(folder, "articles-dev", lambda r: even(r["id"]) == (fold == "even"))


def evaluated(folder):
    """The texts that nothing is trained on."""
    daily = load(folder, "current-events-dev")[1].values()
    snippets = load(folder, "ag-2004-dev")[1].values()
    return ({r["text"] for r in load(folder, UNSEEN)[1].values()}
            | {r["text"] for r in daily if r["date"][:4] in (VALIDATION_YEAR, TEST_YEAR)}
            | {r["text"] for r in snippets if fifth(r["id"]) == HELD_FIFTH})


def load_corpora(folder, without, hint_drop=0.15, only=None):
    """Examples to train on, of all sets or of one alone, and the validation part."""
    used = evaluated(folder)
    unused = lambda r: r["text"] not in used
    held = {"": lambda r: False, "all": lambda r: True, "even": lambda r: even(r["id"]), "odd": lambda r: not even(r["id"])}[without]
    sets = {"current-events-dev": (unused, {}), "current-events-2012-17": (unused, {"trust": 0.5}), "ag-2004-dev": (unused, {}),
            "articles-dev": (lambda r: not held(r), {})}
    sets |= {name: (unused, {}) for name in WRITTEN}
    for name in INVENTED:  # the rules were fitted to these: what they say there is righter than elsewhere
        sets[name] = lambda r: True, {"hint_drop": max(0.3, hint_drop)}
    train = []
    for name, (keep, options) in sets.items():
        if only in (None, name):
            train += part(folder, name, keep, **{"hint_drop": hint_drop, **options})["examples"]
    return train, part(folder, "current-events-dev", year(VALIDATION_YEAR))


def load_unlabelled(folder, hint_drop):
    """Examples that only the teacher has labelled, of days of other years than those for validation and testing."""
    used = evaluated(folder)
    return part(folder, "unlabelled", lambda r: r["date"][:4] not in (VALIDATION_YEAR, TEST_YEAR) and r["text"] not in used,
                hint_drop=hint_drop, weight=0.0)["examples"]
