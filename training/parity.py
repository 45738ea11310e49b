"""parity.py WEIGHTS.pt OUT.jsonl.gz --data DATA: writes 200 windows of our own invented texts with what the quantised network gives for
them, computed here in torch. ReaderParityTest holds that onnxruntime in Java gives the same."""
import argparse
import gzip
import json

import torch

import model
from corpora import INVENTED
from data import HINTS, rows
from quantising import quantised


def outputs(reader, window):
    length = len(window["ids"])
    actors = torch.zeros(len(window["actors"]), length)
    for row, actor in zip(actors, window["actors"]):
        row[actor["markers"]] = 1 / len(actor["markers"])
    hints = torch.zeros(len(window["pairs"]), HINTS)
    for row, pair in zip(hints, window["pairs"]):
        for i, value in pair["hints"]:
            row[i] = value
    pairs = torch.tensor([[p["source"], p["target"]] for p in window["pairs"]])
    distances = torch.tensor([p["distance"] for p in window["pairs"]])
    with torch.no_grad():
        return reader(torch.tensor([window["ids"]]), torch.tensor([window["marks"]]), None, (actors, None), pairs, distances, hints)[0]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("out")
    parser.add_argument("--data", required=True)
    parser.add_argument("--count", type=int, default=200)
    args = parser.parse_args()
    torch.set_num_threads(1)
    reader = quantised(model.load(args.weights), args.data)
    windows = [w for name in INVENTED for line in rows(f"{args.data}/inputs/{name}.jsonl") for w in line["windows"]]
    windows = windows[:: max(1, len(windows) // args.count)][: args.count]
    with gzip.GzipFile(args.out, "wb", mtime=0) as out:
        for window in windows:
            for pair, row in zip(window["pairs"], outputs(reader, window)):
                pair["outputs"] = [round(float(value), 4) for value in row]
                del pair["triggers"]
            out.write((json.dumps(window, separators=(",", ":")) + "\n").encode())
    print(f"{args.out}: {len(windows)} windows")
