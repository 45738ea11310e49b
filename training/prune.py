"""prune.py IN.pt OUT.pt: makes a reader smaller. With --layers 0,1,3 these of its layers stay. With --inner N --data DATA its layers become
narrower: of each the N inner neurons stay that move its output most on a sample of daily events. Train the result again (train.py --init)."""
import argparse

import torch
from torch import nn

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


def narrow(reader, inner, folder):
    """Its weights with `inner` neurons a layer."""
    state = reader.state_dict()
    for number, importance in enumerate(used(reader, sample(folder))):
        kept = importance.argsort(descending=True)[:inner].sort().values
        prefix = f"encoder.layers.{number}."
        for name, axis in (("i.weight", 0), ("i.bias", 0), ("out.weight", 1)):
            state[prefix + name] = state[prefix + name].index_select(axis, kept).clone()
        print(f"layer {number}: {importance[kept].sum() / importance.sum():.3f} of the importance stays")
    return state


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights")
    parser.add_argument("out")
    parser.add_argument("--layers", help="layers to keep, such as 0,1,3")
    parser.add_argument("--inner", type=int, help="inner neurons to keep in each layer")
    parser.add_argument("--data", help="folder with sets/ and inputs/, for --inner")
    args = parser.parse_args()
    torch.set_num_threads(1)
    reader = model.load(args.weights).eval()
    if args.layers:
        reader.encoder.layers = nn.ModuleList(reader.encoder.layers[int(number)] for number in args.layers.split(","))
    torch.save(narrow(reader, args.inner, args.data) if args.inner else reader.state_dict(), args.out)
