#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The gallery makes what it is asked for, and its short list leaves no pair out."""
import itertools
import os
import pathlib
import subprocess
import sys
import tempfile
import traceback

from PIL import Image

import combinations

HERE = pathlib.Path(__file__).resolve().parent
ONE = ('--sizes=1280x720', '--text=200', '--themes=dark', '--sides=left', '--languages=ar-XB')
NAME = '1280x720-200-dark-left-ar-XB.png'


def gallery(*arguments, check=True):
    return subprocess.run([sys.executable, HERE / 'make-gallery.py', *arguments], text=True,
                          capture_output=True, check=check, timeout=280)


def pairs(rows):
    return {pair for row in rows for pair in itertools.combinations(enumerate(row), 2)}


def test_all_pairs():
    for counts in ([59, 4, 2, 3, 2, 3], [1, 4, 2, 3, 2, 3], [3, 3], [2, 1, 1], [5]):
        axes = [[f'{axis}.{value}' for value in range(count)] for axis, count in enumerate(counts)]
        full, short = combinations.full_product(axes), combinations.all_pairs(axes)
        assert pairs(short) == pairs(full), counts
        assert set(short) <= set(full), counts
        assert {value for row in short for value in row} == {value for axis in axes
                                                             for value in axis}
        assert len(short) < len(full) / 3 or len(full) < 20, (counts, len(short))


def test_list():
    pain = ('--pages=topic-pain-*', '--steps=pain-*', '--list')
    short = gallery(*pain).stdout.split()
    full = gallery(*pain, '--full').stdout.split()
    topic = pathlib.Path(os.environ['GENU_PACK'], 'topics', 'pain.xml').read_text(encoding='utf-8')
    # Three tabs and each step, at four sizes, two of text, three themes, two knees, three languages.
    n_pages = 3 + topic.count('<step ')
    assert len(full) == len(set(full)) == n_pages * 4 * 2 * 3 * 2 * 3, len(full)
    assert set(short) < set(full)
    assert gallery('--pages=no-such-page', '--list', check=False).returncode != 0


def test_pictures():
    with tempfile.TemporaryDirectory() as folder:
        out = pathlib.Path(folder)
        run = gallery(f'--out={out}', '--pages=trouble', '--steps=pain-1', '--jobs=1', *ONE,
                      check=False)
        assert run.returncode == 0, run.stdout + run.stderr
        assert '[2/2]' in run.stdout and 'index.html' in run.stdout
        for kind, name in (('pages', 'trouble'), ('steps', 'pain-1')):
            with Image.open(out / kind / name / NAME) as image:
                assert image.size == (1280, 720)
                assert len(image.convert('RGB').getcolors(1 << 24)) > 10, 'nothing in ' + name
            assert f'{kind}/{name}/{NAME}' in (out / 'index.html').read_text(encoding='utf-8')
        assert (out / 'sheets' / 'pages-trouble.png').exists()
        assert (out / 'sheets' / 'steps-pain.png').exists()


def main():
    tests = [item for item in globals().items() if item[0].startswith('test_')]
    failed = 0
    print(f'1..{len(tests)}')
    for number, (name, test) in enumerate(tests, 1):
        try:
            test()
            print(f'ok {number} {name}', flush=True)
        except Exception:  # whatever it was, the next test is still run
            traceback.print_exc()
            failed += 1
            print(f'not ok {number} {name}', flush=True)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
