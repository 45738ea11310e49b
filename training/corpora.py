"""The annotated sets and what each is for. Nothing is tuned on the test parts."""
import os
import zlib

from data import examples, rows

VALIDATION_YEAR, TEST_YEAR = "2018", "2019"
HELD_FIFTH = 0
INVENTED = ["force-1", "force-2", "force-3", "force-4", "fresh", "fresh-2", "fresh-3", "fresh-4", "fresh-5", "fresh-6", "lead",
            "lexicon-1", "lexicon-2", "lexicon-3", "lexicon-4", "second", "speech-1", "speech-2", "ties-1", "ties-2"]
REAL = ["current-events-dev", "ag-2004-dev", "articles-dev"]


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
        "ag-2004, a fifth": part(folder, "ag-2004-dev", lambda r: fifth(r["id"]) == HELD_FIFTH),
    }


def articles(folder, fold):
    return part(folder, "articles-dev", lambda r: even(r["id"]) == (fold == "even"))


def evaluated(folder):
    """The texts that nothing is trained on."""
    daily = load(folder, "current-events-dev")[1].values()
    snippets = load(folder, "ag-2004-dev")[1].values()
    return ({r["text"] for r in daily if r["date"][:4] in (VALIDATION_YEAR, TEST_YEAR)}
            | {r["text"] for r in snippets if fifth(r["id"]) == HELD_FIFTH})


def load_corpora(folder, without, hint_drop=0.15):
    """Examples to train on, and the validation part."""
    used = evaluated(folder)
    train = []
    for name in ("current-events-dev", "ag-2004-dev"):
        train += part(folder, name, lambda r: r["text"] not in used, hint_drop=hint_drop)["examples"]
    held = {"": lambda r: False, "all": lambda r: True, "even": lambda r: even(r["id"]), "odd": lambda r: not even(r["id"])}[without]
    train += part(folder, "articles-dev", lambda r: not held(r), hint_drop=hint_drop)["examples"]
    for name in INVENTED:  # the rules were fitted to these: what they say there is righter than elsewhere
        train += part(folder, name, lambda r: True, hint_drop=max(0.3, hint_drop))["examples"]
    return train, part(folder, "current-events-dev", year(VALIDATION_YEAR))


def load_unlabelled(folder, hint_drop):
    """Examples that only the teacher has labelled, of days of other years than those for validation and testing."""
    used = evaluated(folder)
    return part(folder, "unlabelled", lambda r: r["date"][:4] not in (VALIDATION_YEAR, TEST_YEAR) and r["text"] not in used,
                hint_drop=hint_drop, weight=0.0)["examples"]
