"""join.py OUT [--current-events CLONE] [--texts FILE …]: joins the annotations of annotations/*.jsonl with the public texts that they
are about, and writes OUT/sets/*.jsonl.

The annotations are ours and hold no text. A text is known by the first 16 hex digits of the SHA-256 of its letters and digits in lower
case. --current-events takes a clone of https://github.com/ianrastall/current-events-context (daily YAML files made of Wikipedia's Current
Events portal, CC BY-SA 4.0); an item's text is its line without the outlets in parentheses at its end. --texts takes files of texts: CSV with
title and description as its last two columns (as AG's corpus of news articles is distributed), or JSON lines with "text", or "title" and
"body". Texts that are found nowhere are counted and left out."""
import argparse
import csv
import glob
import hashlib
import json
import os
import re

OUTLETS = re.compile(r"(\s*\([^()]*\))+\s*$")


def digest(text):
    plain = "".join(c for c in text.lower() if c.isalnum())
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def current_events(clone):
    import yaml

    for path in sorted(glob.glob(os.path.join(clone, "[0-9]*", "[0-9]*", "*.yaml"))):
        with open(path, encoding="utf-8") as day:
            categories = (yaml.safe_load(day).get("wikipedia") or {}).get("categories") or {}
        for items in categories.values():
            for item in items:
                if isinstance(item, str):
                    yield OUTLETS.sub("", item)


def texts(path):
    with open(path, encoding="utf-8", newline="") as file:
        if path.endswith(".csv"):
            for row in csv.reader(file):
                yield "\n".join(row[-2:])
        else:
            for line in file:
                record = json.loads(line)
                yield record["text"] if "text" in record else (record.get("title", "") + "\n" + record["body"]).strip()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out")
    parser.add_argument("--current-events", metavar="CLONE")
    parser.add_argument("--texts", nargs="*", default=[], metavar="FILE")
    args = parser.parse_args()
    known = {}
    for path in args.texts:
        known.update((digest(text), text) for text in texts(path))
    if args.current_events:
        known.update((digest(text), text) for text in current_events(args.current_events))
    os.makedirs(os.path.join(args.out, "sets"), exist_ok=True)
    here = os.path.dirname(os.path.abspath(__file__))
    for path in sorted(glob.glob(os.path.join(here, "annotations", "*.jsonl"))):
        found = missing = 0
        with open(path, encoding="utf-8") as annotations, \
                open(os.path.join(args.out, "sets", os.path.basename(path)), "w", encoding="utf-8") as out:
            for line in annotations:
                record = json.loads(line)
                text = known.get(record.pop("digest"))
                if text is None:
                    missing += 1
                    continue
                found += 1
                out.write(json.dumps({**record, "text": text}, ensure_ascii=False) + "\n")
        print(f"{os.path.basename(path)}: {found} texts found, {missing} not")


if __name__ == "__main__":
    main()
