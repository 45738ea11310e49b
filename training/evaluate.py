"""evaluate.py WEIGHTS.pt FOLDER --data DATA [--without even]: figures on what training has not seen, with the thresholds of
FOLDER/reader.json: F1 of pair, pair+sign, pair+event with 95 % bootstrap intervals, for the rules and for both joined."""
import argparse
import json
import os

import model
from corpora import articles, held_out, part
from joining import Thresholds, joined, predict
from scoring import KEYS, intervals, score


def line(name, gold, found):
    figures, bounds = score(gold, found), intervals(gold, found)
    cells = [f"{figures[k]:.3f} [{bounds[k][0]:.3f}, {bounds[k][1]:.3f}]" for k in KEYS]
    alarms, empty = figures["alarms"]
    return f"| {name} | {' | '.join(cells)} | {alarms} of {empty} |"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("folder")
    parser.add_argument("--data", required=True)
    parser.add_argument("--without", default="", help="the fold of the articles that training has not seen")
    args = parser.parse_args()
    with open(os.path.join(args.folder, "reader.json"), encoding="utf-8") as manifest:
        thresholds = Thresholds(**json.load(manifest)["thresholds"])
    reader = model.load(args.weights)
    sets = held_out(args.data)
    if args.without:
        sets["articles, " + args.without] = articles(args.data, args.without)
    for name in ("gold-dev", "alpha", "beta", "gamma", "cameo"):
        sets[name] = part(args.data, name, lambda record: True)
    print("| set | pair | pair + sign | pair + event | false alarms |\n|---|---|---|---|---|")
    for name, one in sets.items():
        found = joined(predict(reader, one["examples"]), one, thresholds)
        print(line(name + ", rules", one["gold"], one["rules"]))
        print(line(name + ", joined", one["gold"], found), flush=True)
