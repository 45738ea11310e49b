"""train.py OUT.pt --base BASE --data DATA: trains the reader, or its teacher; prints the validation year's figures after each epoch.

The weights kept are an exponential moving average, of the epoch that did best on the validation year."""
import argparse
import random
import time
import zlib

import torch
import torch.nn.functional as F

import model
from corpora import load_corpora, load_unlabelled
from data import batches, collate
from joining import best_join, predict
from renaming import Renaming

parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("out")
parser.add_argument("--base", help="ONNX file of all-MiniLM-L6-v2, or encoder that unpack.py wrote")
parser.add_argument("--data", required=True, help="folder with sets/ and inputs/, made by prepare.py")
parser.add_argument("--init", help="weights to go on from, in place of the base")
parser.add_argument("--layers", default="0,1,2,3,4,5", help="layers of the base to keep")
parser.add_argument("--frozen", type=int, default=0, help="layers from below that stay as they are")
parser.add_argument("--without", default="", help="fold of the articles that is held out: even or odd; all for every one")
parser.add_argument("--epochs", type=int, default=5)
parser.add_argument("--tokens", type=int, default=3200, help="word pieces a batch")
parser.add_argument("--head-rate", type=float, default=2, help="the head's rate, in rates of the encoder")
parser.add_argument("--layer-decay", type=float, default=1, help="the rate of a layer in rates of the one above it")
parser.add_argument("--hint-drop", type=float, default=0.15, help="share of the windows whose hints are hidden")
parser.add_argument("--rename", type=float, default=0, help="share of the countries that others replace")
parser.add_argument("--vocabulary", help="vocabulary.txt, to rename")
parser.add_argument("--soft", type=float, default=0, help="weight of the teacher's word against the annotation's")
parser.add_argument("--unlabelled", action="store_true", help="train on what only the teacher has labelled, too")
parser.add_argument("--only", help="train on this annotated set alone, to go on from earlier weights")
parser.add_argument("--share", type=float, default=1, help="share of the annotated texts to train on, for a learning curve")
parser.add_argument("--rate", type=float, default=2e-4)
parser.add_argument("--seed", type=int, default=1)
parser.add_argument("--decay", type=float, default=0.99, help="of the moving average of the weights")
parser.add_argument("--minutes", type=float, default=60, help="begin no epoch that would end later")
parser.add_argument("--rounding", action="store_true", help="round activations as int8 inference will")
parser.add_argument("--fp32", action="store_true")
parser.add_argument("--steps", type=int, default=0, help="stop after so many steps (to measure speed)")
args = parser.parse_args()

torch.set_num_threads(1)
torch.manual_seed(0)  # the head begins the same for every seed, so that runs can be averaged
state = torch.load(args.init) if args.init else None
reader = model.Reader(model.like(state) if state else model.base_encoder(args.base, [int(i) for i in args.layers.split(",")]))
for layer in reader.encoder.layers:
    layer.rounding = args.rounding
if state:
    grown = reader.mark.weight.detach().clone()  # kinds of mentions may have come since
    grown[: len(state["mark.weight"])] = state["mark.weight"]
    for name in ("hint.weight", "direct.weight"):  # and inputs
        state[name] = F.pad(state[name], (0, model.HINTS - state[name].shape[1]))
    reader.load_state_dict({**state, "mark.weight": grown})
torch.manual_seed(args.seed)
rng = random.Random(args.seed)
train, validation = load_corpora(args.data, args.without, args.hint_drop, args.only)
train = [example for example in train if zlib.crc32(example["id"].encode()) % 1000 < args.share * 1000]
if args.unlabelled:
    train += load_unlabelled(args.data, args.hint_drop)
renaming = None
if args.rename:
    with open(args.vocabulary, encoding="utf-8") as pieces:
        renaming = Renaming(train, {i for i, piece in enumerate(pieces) if piece.rstrip("\n").endswith("s")})
print(f"{args}\n{len(train)} windows to train on, {len(validation['examples'])} to validate with", flush=True)

for part in (reader.encoder.word, reader.encoder.position, reader.encoder.segment):
    part.weight.requires_grad = False
if args.frozen:
    for part in (reader.mark, reader.encoder.ln, *reader.encoder.layers[:args.frozen]):
        part.requires_grad_(False)
depth = len(reader.encoder.layers)


def rate_of(name):
    """The head learns fastest, the lowest layer slowest."""
    if not name.startswith("encoder."):
        return args.head_rate * args.rate
    layer = int(name.split(".")[2]) if name.startswith("encoder.layers.") else -1
    return args.rate * args.layer_decay ** (depth - 1 - layer)


groups = {}
for name, parameter in reader.named_parameters():
    if parameter.requires_grad:
        rate = rate_of(name)
        groups.setdefault(rate, {"params": [], "lr": rate, "weight_decay": 0.01})["params"].append(parameter)
optimizer = torch.optim.AdamW(list(groups.values()), foreach=True)
rates = [group["lr"] for group in optimizer.param_groups]
trained = [(name, parameter) for name, parameter in reader.named_parameters() if parameter.requires_grad]
average = {name: value.detach().clone() for name, value in reader.state_dict().items()}
averages = [average[name] for name, _ in trained]
parameters = [parameter for _, parameter in trained]
steps = len(batches(train, args.tokens, random.Random(0), args.tokens // 32)) * args.epochs
signs = torch.tensor([[1.0 if s == sign else 0.0 for sign in (1, 0, -1)] for s in model.SIGNS])


def loss_of(outputs, attention, wanted):
    weight, labels = wanted["weight"], wanted["labels"]
    said = (labels.sum(1) > 0).float()
    smooth = said * 0.96 + 0.02
    any_loss = (F.binary_cross_entropy_with_logits(outputs[:, 0], smooth, reduction="none") * weight).sum() / weight.sum().clamp(min=1)
    positive = weight * said
    total = positive.sum().clamp(min=1)
    log_types = F.log_softmax(outputs[:, 1:1 + len(model.LABELS)], -1)
    soft = labels * 0.94 + 0.06 / len(model.LABELS)
    type_loss = -((log_types * soft).sum(1) * positive).sum() / total
    log_signs = torch.log(log_types.exp() @ signs + 1e-6)
    sign_loss = -((log_signs * (labels @ signs)).sum(1) * positive).sum() / total
    stated = (wanted["status"].sum(1) > 0).float()
    log_status = F.log_softmax(outputs[:, 1 + len(model.LABELS):], -1)
    status_loss = -((log_status * wanted["status"]).sum(1) * stated).sum() / stated.sum().clamp(min=1)
    triggered = (wanted["trigger"].sum(1) > 0).float() * positive
    mass = (attention * wanted["trigger"]).sum(1)
    look_loss = -(torch.log(mass + 1e-3) * triggered).sum() / triggered.sum().clamp(min=1)
    return 2 * any_loss + type_loss + 0.5 * sign_loss + 0.3 * status_loss + 0.05 * look_loss


def soft_loss_of(outputs, wanted):
    """Cross-entropy with the teacher's probabilities."""
    taught, soft = wanted["taught"], wanted["soft"]
    said = torch.sigmoid(soft[:, 0])
    any_loss = (F.binary_cross_entropy_with_logits(outputs[:, 0], said, reduction="none") * taught).sum() / taught.sum().clamp(min=1)
    heavy = taught * said
    total = heavy.sum().clamp(min=1)

    def against(begin, end):
        wants, gives = torch.softmax(soft[:, begin:end], -1), F.log_softmax(outputs[:, begin:end], -1)
        return -((gives * wants).sum(1) * heavy).sum() / total

    types = 1 + len(model.LABELS)
    return 2 * any_loss + 1.5 * against(1, types) + 0.3 * against(types, outputs.shape[1])


started, step, best = time.time(), 0, -1.0
for epoch in range(args.epochs):
    if epoch and (time.time() - started) / epoch * (epoch + 1) > args.minutes * 60:
        print("no time for another epoch")
        break
    reader.train()
    total, count = 0.0, 0
    for batch in batches(train, args.tokens, rng, args.tokens // 32):
        if renaming:
            batch = [renaming.renamed(example, rng, args.rename) for example in batch]
        inputs, wanted, _ = collate(batch, rng=rng, word_drop=0.04, name_drop=0.2)
        share = step / steps
        scale = min(1.0, step / (0.08 * steps + 1)) * max(0.02, 1 - share)
        for group, rate in zip(optimizer.param_groups, rates):
            group["lr"] = rate * scale
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=not args.fp32):
            outputs, attention = reader(**inputs)
        whole = wanted["weight"].sum()
        wanted["weight"] = wanted["weight"] * (1 - args.soft * wanted["taught"])  # what no teacher has seen counts in full
        loss = loss_of(outputs.float(), attention.float(), wanted) * wanted["weight"].sum() / whole.clamp(min=1)
        if args.soft:
            loss = loss + args.soft * soft_loss_of(outputs.float(), wanted)
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        optimizer.step()
        step += 1
        decay = min(args.decay, (1 + step) / (10 + step))
        with torch.no_grad():
            torch._foreach_mul_(averages, decay)
            torch._foreach_add_(averages, parameters, alpha=1 - decay)
        total, count = total + loss.item(), count + 1
        if step % 20 == 0:
            print(f"step {step}/{steps} loss {total / count:.3f} {time.time() - started:.0f}s", flush=True)
        if args.steps and step >= args.steps:
            raise SystemExit
    own = {name: value.clone() for name, value in reader.state_dict().items()}
    reader.load_state_dict(average)
    score = best_join(predict(reader, validation["examples"]), validation, quick=True)
    print(f"epoch {epoch} loss {total / count:.3f} {time.time() - started:.0f}s  {score}", flush=True)
    if score.value > best:
        best = score.value
        torch.save(average, args.out)
    reader.load_state_dict(own)
