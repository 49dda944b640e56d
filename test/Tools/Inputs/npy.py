"""npy.py FILE TYPE SHAPE [VALUE...]: writes a .npy file with the standard library alone.

TYPE is numpy's type string ("<f4"), SHAPE "2x3" or "scalar"; missing values repeat the last one (default 0)."""
import struct
import sys

FORMATS = {"<f4": "f", "<f8": "d", "|u1": "B", "|i1": "b", "<i4": "i", "<i8": "q", "|b1": "?"}

path, kind, text = sys.argv[1:4]
shape = [] if text == "scalar" else [int(n) for n in text.split("x")]
count = 1
for extent in shape:
    count *= extent
number = float if kind[1] == "f" else int
values = [number(v) for v in sys.argv[4:]] or [number(0)]
values = (values + [values[-1]] * count)[:count]
header = "{'descr': '%s', 'fortran_order': False, 'shape': (%s), }" % (kind, "".join("%d, " % n for n in shape))
header += " " * (63 - (10 + len(header)) % 64) + "\n"
with open(path, "wb") as file:
    file.write(b"\x93NUMPY\x01\x00" + struct.pack("<H", len(header)) + header.encode())
    file.write(struct.pack("<%d%s" % (count, FORMATS[kind]), *values))
