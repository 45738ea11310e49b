"""The annotated sets and what each is for. Nothing is tuned on the test parts."""
import os
import zlib

from data import examples, rows

VALIDATION_YEAR, TEST_YEAR = "2018", "2019"
INVENTED = ["force-1", "force-2", "force-3", "force-4", "fresh", "fresh-2", "fresh-3", "fresh-4", "fresh-5", "fresh-6", "lead",
            "lexicon-1", "lexicon-2", "lexicon-3", "lexicon-4", "second", "speech-1", "speech-2", "ties-1", "ties-2"]
CORPORA = ["current-events-dev", "ag-2004-dev", "articles-dev"] + INVENTED


def fifth(id_):
    """0 to 4, by the id alone."""
    return zlib.crc32(id_.encode()) % 5


def even(id_):
    return zlib.crc32(id_.encode()) % 2 == 0


def load(folder, name):
    """The inputs and the annotations of a set, by id."""
    return rows(os.path.join(folder, "inputs", name + ".jsonl")), {
        r["id"]: r for r in rows(os.path.join(folder, "sets", name + ".jsonl"))}


def part(folder, name, keep, **options):
    """Examples, annotated records and the rules' statements of a part of a set."""
    inputs, gold = load(folder, name)
    return {"examples": examples(inputs, gold, keep, **options), "gold": [r for r in gold.values() if keep(r)],
            "rules": {line["id"]: line["statements"] for line in inputs if line["id"] in gold and keep(gold[line["id"]])}}


def year(value):
    return lambda record: record["date"][:4] == value


def held_out(folder):
    """The test sets by name."""
    return {
        "current-events 2019": part(folder, "current-events-dev", year(TEST_YEAR)),
        "ag-2004, a fifth": part(folder, "ag-2004-dev", lambda r: fifth(r["id"]) == 0),
    }


def articles(folder, fold):
    return part(folder, "articles-dev", lambda r: even(r["id"]) == (fold == "even"))


def load_corpora(folder, without):
    """Examples to train on, and the validation part."""
    used = {r["text"] for r in load(folder, "current-events-dev")[1].values() if r["date"][:4] in (VALIDATION_YEAR, TEST_YEAR)}
    used |= {r["text"] for r in load(folder, "ag-2004-dev")[1].values() if fifth(r["id"]) == 0}
    train = part(folder, "current-events-dev", lambda r: r["text"] not in used)["examples"]
    train += part(folder, "ag-2004-dev", lambda r: r["text"] not in used)["examples"]
    held = {"": lambda r: False, "all": lambda r: True, "even": lambda r: even(r["id"]), "odd": lambda r: not even(r["id"])}[without]
    train += part(folder, "articles-dev", lambda r: not held(r))["examples"]
    for name in INVENTED:  # the rules were fitted to these: what they say there is righter than elsewhere
        train += part(folder, name, lambda r: True, hint_drop=0.3)["examples"]
    return train, part(folder, "current-events-dev", year(VALIDATION_YEAR))
