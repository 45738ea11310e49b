"""label.py TEACHER.pt … --data DATA: writes DATA/soft: what the teachers give on average for each pair of the sets to train on, and of
DATA/inputs/unlabelled.jsonl, as logarithms of odds and probabilities."""
import argparse
import json
import os

import torch

import model
from corpora import INVENTED, REAL
from data import batches, collate, examples, rows

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("teachers", nargs="+")
parser.add_argument("--data", required=True)
parser.add_argument("--sets", nargs="*", default=["unlabelled", *REAL, *INVENTED])
args = parser.parse_args()

torch.set_num_threads(1)
teachers = [model.load(path).eval() for path in args.teachers]
types = 1 + len(model.LABELS)


def average(outputs):
    """One row a pair, of what each teacher gives."""
    any_ = torch.stack([torch.sigmoid(one[:, :1]) for one in outputs]).mean(0).clamp(1e-4, 1 - 1e-4)
    shares = [torch.stack([torch.softmax(one[:, begin:end], 1) for one in outputs]).mean(0).clamp(min=1e-6)
              for begin, end in ((1, types), (types, None))]
    return torch.cat([torch.logit(any_), *map(torch.log, shares)], 1)


os.makedirs(os.path.join(args.data, "soft"), exist_ok=True)
for name in args.sets:
    inputs = [line for line in rows(os.path.join(args.data, "inputs", name + ".jsonl")) if line["windows"]]
    made = examples(inputs, {line["id"]: {"id": line["id"], "statements": []} for line in inputs})
    with torch.no_grad():
        for batch in batches(made, tokens=3200):
            inputs = collate(batch)[0]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                given = [teacher(**inputs)[0].float() for teacher in teachers]
            outputs = iter(average(given).tolist())
            for example in batch:
                example["outputs"] = [[round(value, 3) for value in next(outputs)] for _ in example["pairs"]]
    lines = {}
    for example in made:
        lines.setdefault(example["id"], []).append(example["outputs"])
    with open(os.path.join(args.data, "soft", name + ".jsonl"), "w", encoding="utf-8") as out:
        for id_, outputs in lines.items():
            out.write(json.dumps({"id": id_, "outputs": outputs}) + "\n")
    print(f"{name}: {len(made)} windows", flush=True)
