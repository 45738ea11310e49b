"""unlabelled.py DATA FEED.jsonl.gz: writes DATA/sets/unlabelled.jsonl: the texts of a feed that only the teacher labels. Left out are the
years for validation and testing, and every text that is annotated."""
import argparse
import glob
import gzip
import json
import os

from corpora import TEST_YEAR, VALIDATION_YEAR
from data import rows

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("data")
parser.add_argument("feed")
args = parser.parse_args()

target = os.path.join(args.data, "sets", "unlabelled.jsonl")
annotated = {record["text"] for path in glob.glob(os.path.join(args.data, "sets", "*.jsonl")) if path != target for record in rows(path)}
count = 0
with gzip.open(args.feed, "rt", encoding="utf-8") as items, open(target, "w", encoding="utf-8") as out:
    for line in items:
        item = json.loads(line)
        date, text = item["publishedAt"][:10], item["body"]
        if date[:4] not in (VALIDATION_YEAR, TEST_YEAR) and text not in annotated:
            annotated.add(text)
            count += 1
            out.write(json.dumps({"id": "u-" + item["id"], "date": date, "text": text, "statements": []}) + "\n")
print(f"{target}: {count} texts")
