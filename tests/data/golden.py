#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The golden pictures of the drawings: one small picture of each step's end.

    golden.py check TOOL                   compares (the test `data/golden`); differences go to
                                           golden-NAME-STEP.png: old, new, difference
    golden.py review TOOL OUT.png NAME...  draws old, new and difference of each step of the
                                           drawings named, to be looked at, and prints a token
    golden.py accept TOOL TOKEN NAME...    makes the new pictures the golden ones, if they are those
                                           that the review showed

A picture differs when the drawing or the program that draws it has changed. Find out which before
you accept, and say in the commit what changed. Without labels: words are tested elsewhere.
"""

import hashlib
import io
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = pathlib.Path(__file__).resolve().parent / 'golden'
DIAGRAMS = ROOT / 'data' / 'packs' / 'knee' / 'diagrams'
SIZE = (480, 270)
BUDGET = 8 << 20     # bytes, all golden pictures

# After both are halved, which takes away what the compression adds.
NOTICED = 24         # a difference of a channel that counts
ALLOWED = .002       # the share of pixels that may differ so


def steps(name):
    """(step, its end in seconds)"""
    text = (DIAGRAMS / (name + '.svg')).read_text(encoding='utf-8')
    return re.findall(r'<genu:step id="([^"]+)" begin="[^"]+" end="([^"]+)"', text)


def names():
    return sorted(path.stem for path in DIAGRAMS.glob('*.svg'))


def draw(tool, name, end):
    with tempfile.NamedTemporaryFile(suffix='.png') as file:
        subprocess.run([tool, 'frame', DIAGRAMS / (name + '.svg'), '--at=' + end,
                        '--size=%dx%d' % SIZE, '-o', file.name], check=True)
        return Image.open(file.name).convert('RGB')


def packed(image):
    out = io.BytesIO()
    image.save(out, 'JPEG', quality=88, subsampling=0, optimize=True)
    return out.getvalue()


def halved(image):
    small = image.resize((SIZE[0] // 2, SIZE[1] // 2), Image.BOX)
    return np.asarray(small).astype(int)


def difference(old, new):
    """The share of pixels that differ so that one would notice, and a picture of where."""
    if old.size != new.size:
        return 1., new
    off = np.abs(halved(old) - halved(new)).max(2) > NOTICED
    where = np.where(off[..., None], (200, 0, 40), (255, 255, 255)).astype('uint8')
    return float(off.mean()), Image.fromarray(where).resize(SIZE, Image.NEAREST)


def golden(name, step):
    path = GOLDEN / name / (step + '.jpg')
    return Image.open(path).convert('RGB') if path.exists() else None


def strip(old, new, where):
    """Old, new and difference side by side."""
    whole = Image.new('RGB', (3 * SIZE[0] + 16, SIZE[1]), '#888888')
    for k, image in enumerate((old, new, where)):
        if image is not None:
            whole.paste(image, (k * (SIZE[0] + 8), 0))
    return whole


def check(tool):
    wrong = []
    for name in names():
        for step, end in steps(name):
            old, new = golden(name, step), draw(tool, name, end)
            if old is None:
                wrong.append('%s: %s has no golden picture' % (name, step))
                continue
            share, where = difference(old, new)
            if share > ALLOWED:
                strip(old, new, where).save('golden-%s-%s.png' % (name, step))
                wrong.append('%s: %s differs in %.2f %% of its pixels' % (name, step, share * 100))
    known = {(name, step) for name in names() for step, _ in steps(name)}
    for path in sorted(GOLDEN.glob('*/*.jpg')):
        if (path.parent.name, path.stem) not in known:
            wrong.append('%s: no drawing has this step' % path.relative_to(GOLDEN))
    total = sum(path.stat().st_size for path in GOLDEN.glob('*/*.jpg'))
    if total > BUDGET:
        wrong.append('the golden pictures take %d bytes, more than %d' % (total, BUDGET))
    for problem in wrong:
        print('golden.py: ' + problem, file=sys.stderr)
    return 1 if wrong else 0


def fresh(tool, which):
    """The new pictures, packed, and the token that stands for them."""
    pictures = {(name, step): packed(draw(tool, name, end))
                for name in which for step, end in steps(name)}
    total = hashlib.sha256()
    for key in sorted(pictures):
        total.update(repr(key).encode() + pictures[key])
    return pictures, total.hexdigest()[:12]


def review(tool, target, which):
    pictures, token = fresh(tool, which)
    strips = []
    for (name, step), data in pictures.items():
        new, old = Image.open(io.BytesIO(data)).convert('RGB'), golden(name, step)
        share, where = difference(old, new) if old else (1., None)
        strips.append(strip(old, new, where))
        print('%s: %s %s' % (name, step, 'is new' if old is None else
                             'differs in %.2f %%' % (share * 100)))
    sheet = Image.new('RGB', (strips[0].width, len(strips) * (SIZE[1] + 8)), '#888888')
    for k, image in enumerate(strips):
        sheet.paste(image, (0, k * (SIZE[1] + 8)))
    sheet.save(target)
    print('Look at %s; then: golden.py accept %s %s %s' % (target, tool, token, ' '.join(which)))
    return 0


def accept(tool, token, which):
    pictures, now = fresh(tool, which)
    if now != token:
        print('golden.py: these are not the pictures that were reviewed (%s)' % now,
              file=sys.stderr)
        return 1
    for name in which:
        (GOLDEN / name).mkdir(parents=True, exist_ok=True)
        for path in (GOLDEN / name).glob('*.jpg'):
            path.unlink()
    for (name, step), data in pictures.items():
        (GOLDEN / name / (step + '.jpg')).write_bytes(data)
    return 0


def main(arguments):
    if len(arguments) == 2 and arguments[0] == 'check':
        return check(arguments[1])
    if len(arguments) > 3 and arguments[0] == 'review':
        return review(arguments[1], arguments[2], arguments[3:])
    if len(arguments) > 3 and arguments[0] == 'accept':
        return accept(arguments[1], arguments[2], arguments[3:])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
