"""label.py TEACHER.pt --data DATA: writes DATA/soft: what the teacher gives for each pair of the real sets to train on, and of
DATA/inputs/unlabelled.jsonl."""
import argparse
import json
import os

import torch

import model
from corpora import REAL
from data import batches, collate, examples, rows

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("teacher")
parser.add_argument("--data", required=True)
parser.add_argument("--sets", nargs="*", default=["unlabelled", *REAL])
args = parser.parse_args()

torch.set_num_threads(1)
reader = model.load(args.teacher).eval()
os.makedirs(os.path.join(args.data, "soft"), exist_ok=True)
for name in args.sets:
    inputs = [line for line in rows(os.path.join(args.data, "inputs", name + ".jsonl")) if line["windows"]]
    made = examples(inputs, {line["id"]: {"id": line["id"], "statements": []} for line in inputs})
    with torch.no_grad():
        for batch in batches(made, tokens=3200):
            with torch.autocast("cpu", dtype=torch.bfloat16):
                outputs, _ = reader(**collate(batch)[0])
            outputs = iter(outputs.float().tolist())
            for example in batch:
                example["outputs"] = [[round(value, 3) for value in next(outputs)] for _ in example["pairs"]]
    lines = {}
    for example in made:
        lines.setdefault(example["id"], []).append(example["outputs"])
    with open(os.path.join(args.data, "soft", name + ".jsonl"), "w", encoding="utf-8") as out:
        for id_, outputs in lines.items():
            out.write(json.dumps({"id": id_, "outputs": outputs}) + "\n")
    print(f"{name}: {len(made)} windows", flush=True)
