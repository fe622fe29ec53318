#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Contact sheets: every step of a drawing on one sheet, to be looked at.

    sheets.py --tool=genu-tool --out=FOLDER [NAME...]           each step as its topic shows it
    sheets.py --tool=genu-tool --out=FOLDER --eyes [NAME...]    each step in grey and as three
                                                                colour-blind eyes see it

A step that no topic shows is drawn without labels. Frames are 1920x1080; more arguments after `--`
go to genu-tool (for example -- --side=left --text-scale=2). Needs PIL and NumPy.
"""

import argparse
import json
import pathlib
import re
import subprocess
import sys
import tempfile

import numpy as np
from PIL import Image, ImageDraw, ImageFont

HERE = pathlib.Path(__file__).resolve().parent
PACK = HERE.parent
FONT = HERE.parents[3] / 'data' / 'fonts' / 'Inter-Medium.otf'
FRAME, SMALL = (1920, 1080), (960, 540)

# Machado, Oliveira and Fernandes 2009, full strength, on linear light.
EYES = {
    'deuteranopia': [[.367322, .860646, -.227968], [.280085, .672501, .047413],
                     [-.011820, .042940, .968881]],
    'protanopia': [[.152286, 1.052583, -.204868], [.114503, .786281, .099216],
                   [-.003882, -.048116, 1.051998]],
    'tritanopia': [[1.255528, -.076749, -.178779], [-.078411, .930809, .147602],
                   [.004733, .691367, .303900]],
    'grey': [[.2126, .7152, .0722]] * 3,
}


def seen_by(image, eye):
    """The picture as an eye of EYES sees it."""
    srgb = np.asarray(image.convert('RGB')).astype(np.float32) / 255
    linear = np.where(srgb <= .04045, srgb / 12.92, ((srgb + .055) / 1.055) ** 2.4)
    seen = np.clip(linear @ np.array(EYES[eye], np.float32).T, 0, 1)
    curve = np.where(seen <= .0031308, seen * 12.92, 1.055 * seen ** (1 / 2.4) - .055)
    return Image.fromarray((curve * 255 + .5).astype('uint8'))


def steps_of(name):
    """(step, its end in seconds) of a drawing."""
    text = (PACK / 'diagrams' / (name + '.svg')).read_text(encoding='utf-8')
    return [(step, float(end)) for step, end in
            re.findall(r'<genu:step id="([^"]+)" begin="[^"]+" end="([^"]+)"', text)]


def places(tool):
    """Which topics' steps show which step of which drawing: {(drawing, step): [(topic, n)]}."""
    listing = json.loads(subprocess.run([tool, 'list', PACK, '--json'], check=True,
                                        stdout=subprocess.PIPE).stdout)
    found = {}
    for topic in listing['topics']:
        for n, step in enumerate(topic.get('steps', ())):
            key = pathlib.PurePath(step['diagram']).stem, step['ref']
            found.setdefault(key, []).append((topic['id'], n + 1))
    return found


def home(found, name, step):
    """The place among several that belongs to the topic with the most of this drawing's steps."""
    topics = [topic for (drawing, _), shown in found.items() if drawing == name
              for topic, _ in shown]
    return max(found.get((name, step), ()), key=lambda place: topics.count(place[0]), default=None)


def frame(tool, name, step, end, place, more):
    """One step as a picture, and the words that say what it is."""
    with tempfile.NamedTemporaryFile(suffix='.png') as file:
        if place:
            command = [tool, 'frame', PACK, '--topic=' + place[0], '--step=%d' % place[1], *more]
            words = '%s: %s (topic %s, step %d)' % (name, step, *place)
        else:
            command = [tool, 'frame', PACK / 'diagrams' / (name + '.svg'), '--at=%g' % end]
            words = '%s: %s (in no topic)' % (name, step)
        subprocess.run([*command, '--size=%dx%d' % FRAME, '-o', file.name], check=True)
        return Image.open(file.name).convert('RGB'), words


def sheet(cells, columns):
    """Pictures with their words, on one sheet."""
    font = ImageFont.truetype(str(FONT), 22)
    wide, high = SMALL[0] + 12, SMALL[1] + 44
    rows = -(-len(cells) // columns)
    whole = Image.new('RGB', (columns * wide + 12, rows * high + 12), '#ffffff')
    draw = ImageDraw.Draw(whole)
    for k, (image, words) in enumerate(cells):
        x, y = 12 + k % columns * wide, 12 + k // columns * high
        whole.paste(image.resize(SMALL, Image.LANCZOS), (x, y))
        draw.text((x, y + SMALL[1] + 5), words, font=font, fill='#1d2b3a')
    return whole


def main():
    parser = argparse.ArgumentParser(description='Puts every step of a drawing on one sheet.')
    parser.add_argument('names', nargs='*', metavar='NAME', help='a drawing (default: all)')
    parser.add_argument('--tool', default='genu-tool')
    parser.add_argument('--out', type=pathlib.Path, default=pathlib.Path('.'))
    parser.add_argument('--eyes', action='store_true', help='in grey and to colour-blind eyes')
    arguments, more = parser.parse_known_args()
    names = arguments.names or sorted(p.stem for p in (PACK / 'diagrams').glob('*.svg'))
    arguments.out.mkdir(parents=True, exist_ok=True)
    found = places(arguments.tool)
    for name in names:
        cells = []
        for step, end in steps_of(name):
            image, words = frame(arguments.tool, name, step, end, home(found, name, step),
                                 [item for item in more if item != '--'])
            if arguments.eyes:
                cells += [(seen_by(image, eye), '%s: %s, %s' % (name, step, eye)) for eye in EYES]
            else:
                cells.append((image, words))
        target = arguments.out / ('%s%s.png' % (name, '-eyes' if arguments.eyes else ''))
        sheet(cells, 4 if arguments.eyes else 2).save(target)
        print(target)
    return 0


if __name__ == '__main__':
    sys.exit(main())
