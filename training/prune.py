"""prune.py IN.pt OUT.pt --data DATA --inner N: makes the layers of a reader narrower: of each the N inner neurons stay that move its output
most on a sample of daily events. Train the result again (train.py --init)."""
import argparse

import torch

import model
from data import collate
from quantising import sample


def used(reader, windows):
    """By layer, how much each inner neuron moves the layer's output on average (a root mean square)."""
    squares = {}

    def note(matrix, given):
        squares[matrix] = squares.get(matrix, 0) + given[0].detach().reshape(-1, matrix.in_features).pow(2).sum(0)

    hooks = [layer.out.register_forward_pre_hook(note) for layer in reader.encoder.layers]
    with torch.no_grad():
        for window in windows:
            reader(**collate([window])[0])
    for hook in hooks:
        hook.remove()
    return [squares[layer.out].sqrt() * layer.out.weight.detach().norm(dim=0) for layer in reader.encoder.layers]


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("out")
    parser.add_argument("--data", required=True)
    parser.add_argument("--inner", type=int, required=True)
    args = parser.parse_args()
    torch.set_num_threads(1)
    reader = model.load(args.weights).eval()
    state = reader.state_dict()
    for number, importance in enumerate(used(reader, sample(args.data))):
        kept = importance.argsort(descending=True)[:args.inner].sort().values
        prefix = f"encoder.layers.{number}."
        for name, axis in (("i.weight", 0), ("i.bias", 0), ("out.weight", 1)):
            state[prefix + name] = state[prefix + name].index_select(axis, kept).clone()
        print(f"layer {number}: {importance[kept].sum() / importance.sum():.3f} of the importance stays")
    torch.save(state, args.out)
