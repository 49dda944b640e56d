#!/usr/bin/env bash
# A table of models against another program, as in the README: one thread, medians of alternating rounds.
#
#   PEER="ort_bench" PEAK=94 scripts/bench-models.sh MODEL.onnx ["MODEL.onnx --dim batch=1"] ...
#
# $PEER MODEL OPTIONS --ab COMMAND alternates with COMMAND and closes with a line `median THEIRS OURS ...` in ms; PEAK is the core's peak in
# GFLOP/s. PIN (default: `taskset -c 1`) keeps both on one core, TIME (default 0.2) is the length of a round in seconds.
set -euo pipefail
adze=$(dirname "$(realpath "$0")")/../build/bin/adze
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
read -ra pin <<< "${PIN:-taskset -c 1}"
table=$folder/table
{
echo "| model | peer | Adze | times as fast | GFLOP/s | of the peak |"
echo "|---|---|---|---|---|---|"
for entry in "$@"; do
  read -ra words <<< "$entry"
  model=${words[0]} options=("${words[@]:1}")
  name=$(basename "$model" .onnx)
  [[ $name == model ]] && name=$(basename "$(dirname "$model")")
  if ! "$adze" compile "$model" "${options[@]}" -o "$folder/net.so" 2> "$folder/errors"; then
    echo "| $name | $(grep -m1 error: "$folder/errors") |"
    continue
  fi
  macs=$("$adze" bench "$folder/net.so" --time 0.01 --json 2> "$folder/errors" | grep -o '"macs":[0-9]*' | cut -d: -f2 || true)
  "${pin[@]}" "$PEER" "$model" "${options[@]}" --time "${TIME:-0.2}" --ab "$adze bench $folder/net.so --time ${TIME:-0.2}" 2>&1 |
    awk -v name="$name" -v macs="${macs:-0}" -v peak="${PEAK:-0}" '
      function shown(ms) { return ms < 1 ? sprintf("%.1f us", 1000 * ms) : sprintf("%.2f ms", ms) }
      $1 == "median" && NF >= 3 { theirs = $2; ours = $3; ratio = $4 }
      END {
        if (!ours) { print "| " name " | no result |"; exit }
        rate = 2 * macs / ours / 1e6
        share = peak && macs ? sprintf("%.0f %%", 100 * rate / peak) : ""
        printf "| %s | %s | %s | %.2f | %s | %s |\n", name, shown(theirs), shown(ours), 1 / ratio, macs ? sprintf("%.1f", rate) : "", share
      }'
done
} | tee "$table"
awk -F'|' '$5 + 0 > 0 { n++; logs += log($5) } END { if (n) printf "\n%d models, geometric mean %.2f\n", n, exp(logs / n) }' "$table"
