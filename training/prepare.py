"""prepare.py DATA VOCABULARY.txt: codes the sets in DATA/sets with today's rules and writes what the reader is given of each text to
DATA/inputs. Run it from the repository; it calls bin/entente."""
import glob
import json
import os
import subprocess
import sys

data, vocabulary = sys.argv[1:]
home = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
sets = sorted(glob.glob(os.path.join(data, "sets", "*.jsonl")))
os.makedirs(os.path.join(data, "inputs"), exist_ok=True)
command = [os.path.join(home, "bin", "entente"), "reader-inputs", "--vocabulary", vocabulary, *sets]
with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
    for path in sets:
        with open(path, encoding="utf-8") as lines:
            ids = [json.loads(line)["id"] for line in lines if line.strip()]
        target = os.path.join(data, "inputs", os.path.basename(path))
        with open(target, "w", encoding="utf-8") as out:
            for id_ in ids:
                line = process.stdout.readline()
                if not line or json.loads(line)["id"] != id_:
                    sys.exit(f"{path}: no inputs for {id_}: entente refused a record, see above")
                out.write(line)
        print(f"{target}: {len(ids)} texts", flush=True)
