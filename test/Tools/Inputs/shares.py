"""Checks the launches of `adze bench --profile --json`: sorted, named, and together the whole call."""
import json
import sys

result = json.load(sys.stdin)
launches = result["launches"]
times = [launch["ms"] for launch in launches]
assert times == sorted(times, reverse=True), times
assert all(launch["nodes"] and launch["kernel"].startswith("k_") for launch in launches), launches
assert abs(sum(times) - result["median_ms"]) < 1e-3 * result["median_ms"], (times, result["median_ms"])
assert sum(launch["macs"] for launch in launches) == result["macs"]
print("shares make a whole")
