"""Runs models through `adze run` and compares with outputs that lie beside them.

  check_model.py case ADZE FOLDER [OPTION...]           a folder with model.onnx, input_<i>.npy and output_<i>.npy, or a
                                                        case folder of zoo-seq (case.json, in.<name>.npy, out.<name>.npy)
  check_model.py batch MODEL_FOLDER DATA.npy COUNT OUT  makes OUT/x.npy and OUT/y.npy of a zoo model's first COUNT images
  check_model.py same ACTUAL.npy EXPECTED.npy           compares two files

An element agrees within 1e-4 absolute or 1e-3 relative (either suffices), or within what a zoo-seq manifest says.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile

import numpy as np


def compare(name, actual, expected, atol=1e-4, rtol=1e-3):
    """What differs, or None."""
    if actual.shape != expected.shape or actual.dtype != expected.dtype:
        return "%s: %s %s, expected %s %s" % (name, actual.dtype, actual.shape, expected.dtype, expected.shape)
    if expected.dtype.kind not in "fc":
        return None if np.array_equal(actual, expected) else "%s: integers differ" % name
    distance = np.abs(actual.astype(np.float64) - expected)
    same = (distance <= atol) | (distance <= rtol * np.abs(expected)) | (actual == expected)
    same |= np.isnan(actual) & np.isnan(expected)
    print("%s: largest difference %.3g" % (name, np.max(distance, initial=0)))
    if np.all(same):
        return None
    first = np.unravel_index(np.argmin(same), same.shape)
    return "%s: %d of %d elements differ, first at %s: %r, expected %r" % (
        name, np.size(same) - np.count_nonzero(same), np.size(same), first, actual[first], expected[first])


def run(adze, model, inputs, options, folder):
    command = [adze, "run", model, "--output-dir", folder] + options
    for value in inputs:
        command += ["--input", value]
    # An endless loop is a failure, not a hanging suite.
    subprocess.run(command, check=True, timeout=300)


def load_sample(folder, index):
    """An expected output and its stride: large ones are stored as every stride-th element."""
    path = os.path.join(folder, "output_%d.npy" % index)
    if os.path.exists(path):
        return np.load(path), 0
    with open(os.path.join(folder, "..", "..", "MANIFEST.json")) as file:
        entry = next(e for e in json.load(file) if e["name"] == os.path.basename(folder))
    output = entry["outputs"][index]
    return np.load(os.path.join(folder, output["file"])), output["stride"]


def check_model(adze, folder, options):
    # --atol=X among the options is for the comparison.
    atol = next((float(o[7:]) for o in options if o.startswith("--atol=")), 1e-4)
    options = [o for o in options if not o.startswith("--atol=")]
    inputs = sorted(glob.glob(os.path.join(folder, "input_*.npy")),
                    key=lambda path: int(os.path.basename(path)[6:-4]))
    count = len(glob.glob(os.path.join(folder, "output_*.npy")))
    problems = []
    with tempfile.TemporaryDirectory() as work:
        run(adze, os.path.join(folder, "model.onnx"), inputs, options, work)
        for index in range(count):
            expected, stride = load_sample(folder, index)
            actual = np.load(os.path.join(work, "%d.npy" % index))
            if stride:
                actual = actual.reshape(-1)[::stride]
            problems.append(compare("output %d" % index, actual, expected, atol))
    return problems


def check_case(adze, folder, options):
    with open(os.path.join(folder, "case.json")) as file:
        case = json.load(file)
    model_folder = os.path.dirname(os.path.dirname(folder))
    with open(os.path.join(os.path.dirname(model_folder), "MANIFEST.json")) as file:
        entry = json.load(file)["models"][os.path.basename(model_folder)]
    tolerance = entry["tolerance"]["float_build"]
    atol = tolerance.get("case_atol", tolerance.get("case_max_abs", 1e-4))
    inputs = ["%s=%s" % (os.path.basename(path)[3:-4], path)
              for path in sorted(glob.glob(os.path.join(folder, "in.*.npy")))]
    model = os.path.join(model_folder, entry["cases"][os.path.basename(folder)]["graph"])
    problems = []
    with tempfile.TemporaryDirectory() as work:
        run(adze, model, inputs, options, work)
        for index, name in enumerate(case["outputs"]):
            expected = np.load(os.path.join(folder, "out.%s.npy" % name))
            actual = np.load(os.path.join(work, "%d.npy" % index))
            problems.append(compare(name, actual, expected, atol, max(1e-3, tolerance.get("case_rtol", 0))))
    return problems


def make_batch(folder, data, count, out):
    images = np.load(data)[:count].astype(np.float32)[:, None]
    os.makedirs(out, exist_ok=True)
    np.save(os.path.join(out, "x.npy"), (images / np.float32(255) - np.float32(0.5)) / np.float32(0.5))
    np.save(os.path.join(out, "y.npy"), np.load(os.path.join(folder, "expected.npy"))[:count])
    return []


def main():
    command, *arguments = sys.argv[1:]
    if command == "case":
        check = check_case if os.path.exists(os.path.join(arguments[1], "case.json")) else check_model
        problems = check(arguments[0], os.path.normpath(arguments[1]), arguments[2:])
    elif command == "batch":
        problems = make_batch(arguments[0], arguments[1], int(arguments[2]), arguments[3])
    else:
        problems = [compare("output", np.load(arguments[0]), np.load(arguments[1]))]
    problems = [text for text in problems if text]
    print("\n".join(problems), file=sys.stderr, end="\n" if problems else "")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
