#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays drawings in headless Chromium and in genu-tool: the same values, the same pictures.

    compare-browser.py TOOL FILE.svg...

By hand, where Chromium is. At each step's begin, end and two times between, every animated value is
compared (opacity, and the matrix of a transform); at each step's end, a picture of 960x540. Prints
what differs and a line for each file; exit 1 if a value is off by more than 0.002 (0.02 units of
a translation), or if more than 1 % of the pixels of a picture differ by more than 32.
"""

import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as tree

import numpy as np
from PIL import Image

SIZE = (960, 540)
CHROMIUM = ['chromium', '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic',
            '--no-first-run', '--disable-background-networking', '--disable-component-update',
            '--hide-scrollbars', '--force-device-scale-factor=1', '--force-color-profile=srgb']

PAGE = '''<!DOCTYPE html><meta charset="utf-8"><style>html, body { margin: 0; background: GROUND }
svg { display: block; width: 960px; height: 540px }</style>SVG<script>
const svg = document.querySelector ('svg');
svg.pauseAnimations ();
svg.setCurrentTime (TIMES[0]);
function matrix (el)
{
  const list = el.transform.animVal;
  const m = Array.from ({ length: list.numberOfItems }, (_, i) => list.getItem (i).matrix)
    .reduce ((all, one) => all.multiply (DOMMatrix.fromMatrix (one)), new DOMMatrix ());
  return [m.a, m.b, m.c, m.d, m.e, m.f];
}
/* The clock runs only once the document is loaded and has been drawn. */
addEventListener ('load', () => setTimeout (() => {
const targets = [...new Set (Array.from (document.querySelectorAll ('animate, animateTransform'),
                                         a => a.parentElement))];
const out = [];
for (const t of TIMES)
  {
    svg.setCurrentTime (t);
    out.push (targets.map (el => [parseFloat (getComputedStyle (el).opacity), matrix (el)]));
  }
const pre = document.createElement ('pre');
pre.id = 'answer';
pre.textContent = JSON.stringify (out);
if (TIMES.length > 1)
  document.body.append (pre);
}, 500));
</script>'''


def page(path, times):
    text = path.read_text(encoding='utf-8')
    ground = re.search(r'genu:diagram [^>]*ground="([^"]+)"', text).group(1)
    body = text[text.index('<svg'):]
    empty = PAGE.replace('GROUND', ground).replace('TIMES', json.dumps(times))
    return empty.replace('SVG', body, 1)


def run(folder, path, times, *more):
    html = pathlib.Path(folder) / 'page.html'
    html.write_text(page(path, times), encoding='utf-8')
    return subprocess.run([*CHROMIUM, '--user-data-dir=%s/profile' % folder,
                           '--window-size=%d,%d' % SIZE, *more, html.as_uri()], check=True,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()


def steps(path):
    return [(name, float(begin), float(end)) for name, begin, end in re.findall(
        r'<genu:step id="([^"]+)" begin="([^"]+)" end="([^"]+)"',
        path.read_text(encoding='utf-8'))]


def ours(tool, path, times):
    """The baked drawing's opacities and matrices, read by the same rules: from `bake`."""
    out = []
    source = tree.parse(path).getroot()
    svg = '{http://www.w3.org/2000/svg}'
    animated = [k for k, el in enumerate(_drawn(source, svg))
                if any(child.tag in (svg + 'animate', svg + 'animateTransform') for child in el)]
    for t in times:
        baked = subprocess.run([tool, 'bake', path, '--at=%g' % t], check=True,
                               stdout=subprocess.PIPE).stdout
        elements = list(_drawn(tree.fromstring(baked), svg))
        out.append([(_opacity(elements[k]), _matrix(elements[k].get('transform') or ''))
                    for k in animated])
    return out


def _drawn(root, svg):
    """The elements in document order, animations left out: they are not in a baked drawing."""
    return [el for el in root.iter() if isinstance(el.tag, str) and el.tag.startswith(svg)
            and el.tag[len(svg):] not in ('animate', 'animateTransform', 'set', 'animateMotion')]


def _opacity(element):
    found = re.search(r'(?:^|;)\s*opacity:\s*([^;]+)', element.get('style') or '')
    return float(found.group(1) if found else element.get('opacity') or 1)


def _matrix(text):
    """A transform list as one matrix."""
    whole = np.eye(3)
    for kind, values in re.findall(r'(\w+)\s*\(([^)]*)\)', text):
        v = [float(n) for n in re.findall(r'[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?', values)]
        one = np.eye(3)
        if kind == 'translate':
            one[:2, 2] = (v + [0])[:2]
        elif kind == 'scale':
            one[0, 0], one[1, 1] = v[0], v[-1]
        elif kind == 'rotate':
            a, (cx, cy) = math.radians(v[0]), (v[1:3] or [0, 0])
            one[:2, :2] = [[math.cos(a), -math.sin(a)], [math.sin(a), math.cos(a)]]
            one[:2, 2] = np.array([cx, cy]) - one[:2, :2] @ [cx, cy]
        elif kind == 'matrix':
            one[:2] = np.array(v).reshape(3, 2).T
        else:
            raise ValueError(kind)
        whole = whole @ one
    return whole[:2].T.ravel().tolist()


def compare(tool, path, folder):
    shown = steps(path)
    times = sorted({round(begin + (end - begin) * share, 4) for _, begin, end in shown
                    for share in (0, .3, .6, 1)})
    answer = run(folder, path, times, '--dump-dom', '--virtual-time-budget=4000')
    theirs = json.loads(re.search(r'<pre id="answer">(.*?)</pre>', answer, re.S).group(1))
    mine = ours(tool, path, times)
    values = wrong = 0
    for t, a, b in zip(times, theirs, mine):
        assert len(a) == len(b), 'not the same elements'
        for k, ((their_opacity, their_matrix), (opacity, matrix)) in enumerate(zip(a, b)):
            values += 2
            off = np.abs(np.array(their_matrix) - matrix)
            if abs(their_opacity - opacity) > .002 or off[:4].max() > .002 or off[4:].max() > .02:
                wrong += 1
                print('%s at %g s: element %d: %s, %s; ours %s, %s' % (
                    path.name, t, k, their_opacity, their_matrix, opacity, matrix))
    worst = 0
    for name, _, end in shown:
        run(folder, path, [end], '--screenshot=%s/theirs.png' % folder)
        subprocess.run([tool, 'frame', path, '--at=%g' % end, '--size=%dx%d' % SIZE, '-o',
                        folder + '/ours.png'], check=True)
        pictures = [np.asarray(Image.open('%s/%s.png' % (folder, who)).convert('RGB')).astype(int)
                    for who in ('theirs', 'ours')]
        share = float((np.abs(pictures[0] - pictures[1]).max(2) > 32).mean())
        worst = max(worst, share)
        if share > .01:
            wrong += 1
            print('%s: step %s: %.2f %% of the pixels differ' % (path.name, name, share * 100))
    print('%s: %d values at %d times, %d pictures, at worst %.3f %% of the pixels differ by more '
          'than 32' % (path.name, values, len(times), len(shown), worst * 100))
    return wrong


def main(tool, *paths):
    with tempfile.TemporaryDirectory() as folder:
        return 1 if sum(compare(tool, pathlib.Path(path), folder) for path in paths) else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
