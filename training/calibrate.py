"""calibrate.py WEIGHTS.pt FOLDER --data DATA: chooses thresholds and calibrates confidence on the validation sets, and writes
FOLDER/reader.json. Run it after export.py, whose file's checksum it notes."""
import argparse
import datetime
import json
import math
import os
import zlib

import numpy as np

import model
from corpora import part, validation_sets
from joining import best_join, joined, predict
from quantising import quantised
from scoring import KEYS, OPTIONAL

FORMAT = 3
GUARDS = ["gold-dev", "alpha", "gamma"]  # the rules were fitted to these: the reader should spoil little of them


def platt(probabilities, right):
    """Slope and offset of the log odds, by Newton's method, with Platt's smoothed targets."""
    x = np.array([math.log(p / (1 - p)) for p in np.clip(probabilities, 1e-6, 1 - 1e-6)])
    y = np.array(right, float)
    y = np.where(y > 0, (y.sum() + 1) / (y.sum() + 2), 1 / (len(y) - y.sum() + 2))
    features = np.stack([x, np.ones_like(x)], 1)
    w = np.array([1.0, 0.0])
    for _ in range(50):
        p = 1 / (1 + np.exp(-features @ w))
        gradient = features.T @ (p - y)
        hessian = (features * (p * (1 - p))[:, None]).T @ features + 1e-6 * np.eye(2)
        w -= np.linalg.solve(hessian, gradient)
    return w


def outcomes(predictions, statements, gold):
    """Probability and rightness (pair and sign) of each statement on which the reader has an opinion."""
    probabilities, right = [], []
    for record in gold:
        want = {KEYS["sign"](s) for s in record["statements"] if s.get("status", "asserted") not in OPTIONAL}
        for s in statements.get(record["id"], []):
            opinion = predictions.get(record["id"], {}).get((s["source"], s["target"]))
            if opinion and s["status"] not in OPTIONAL:
                probabilities.append(opinion.probability)
                right.append(KEYS["sign"](s) in want)
    return probabilities, right


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("folder")
    parser.add_argument("--data", required=True)
    args = parser.parse_args()
    validation = validation_sets(args.data)
    reader = quantised(model.load(args.weights), args.data)

    def predicted(one):  # window by window: activations are quantised by window
        return predict(reader, one["examples"], bf16=False, tokens=1)

    predictions = predicted(validation)
    guards = [part(args.data, name, lambda record: True) for name in GUARDS]
    best = best_join(predictions, validation, guards=[(predicted(one), one) for one in guards])
    t = best.thresholds
    slope, offset = platt(*outcomes(predictions, joined(predictions, validation, t), validation["gold"]))
    with open(os.path.join(args.folder, "reader.onnx"), "rb") as network:
        checksum = f"{zlib.crc32(network.read()):08x}"
    manifest = {
        "format": FORMAT, "name": f"reader {datetime.date.today()}", "crc32": checksum,
        "labels": model.LABELS, "statuses": model.STATUSES,
        "thresholds": {"veto": t.veto, "add": t.add, "beside": t.beside, "retype": t.retype, "second": t.second},
        "calibration": {"slope": round(float(slope), 4), "offset": round(float(offset), 4)},
    }
    with open(os.path.join(args.folder, "reader.json"), "w", encoding="utf-8") as out:
        out.write(json.dumps(manifest, indent=2) + "\n")
    print(f"{best}\nconfidence: slope {slope:.3f}, offset {offset:.3f}")
