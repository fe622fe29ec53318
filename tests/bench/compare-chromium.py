#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Plays the same drawings in Genu's window and in a Chromium kiosk window, and prints ratios.

    compare-chromium.py [--seconds=10] [--rounds=3] [--json] [SCENE…]

Run by hand where Chromium is (README.md beside this file).  A SCENE is a name that make-scenes.py
knows, or an SVG file.  Each is played over 1920×1080 pixels of a virtual screen by both programs in
turn, several rounds, medians of which are printed: CPU time per frame of all their processes and of
the display server, frames a second, memory in parts (PSS), and the time from exec until the whole
picture is on the screen.
"""
import argparse
import json
import pathlib
import re
import shutil
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'ui'))
import genu_window  # noqa: E402
from desktop import Desktop  # noqa: E402

sys.path.insert(0, str(HERE))
from players import HEIGHT, WIDTH, Player, new_chromium  # noqa: E402

MAKE_SCENES = HERE.parent / 'render' / 'make-scenes.py'

PACK = '''<?xml version="1.0" encoding="UTF-8"?>
<pack xmlns="urn:genu:pack:1" id="scene" version="1.0" xml:lang="en" license="CC-BY-4.0"
      reviewed="2026-01-01" expires="2100-01-01">
  <title>A scene</title>
  <summary>One drawing.</summary>
  <authors><author>The Genu authors</author></authors>
  <funding>None.</funding>
  <update-policy>None.</update-policy>
  <section id="scene" title="Scene"><topic href="topics/scene.xml"/></section>
  <glossary><entry id="scene"><term>scene</term><means>A drawing.</means></entry></glossary>
  <bibliography><reference id="none" year="2026"><authors>None</authors><title>None</title>
    <container>None</container></reference></bibliography>
</pack>
'''
TOPIC = '''<?xml version="1.0" encoding="UTF-8"?>
<topic xmlns="urn:genu:topic:1" id="scene" kind="page" minutes="1">
  <title>A scene</title>
  <key-point>One drawing.</key-point>
  <story diagram="diagrams/scene.svg">
    <part ref="scene-part">All of it</part>
    <step ref="all"><say>All of it.</say><alt>All of it.</alt></step>
  </story>
  <body><section><p>One <term ref="scene">drawing</term>.</p></section></body>
</topic>
'''
DIAGRAM = '''<metadata><genu:diagram xmlns:genu="urn:genu:diagram:1" version="1" ground="#FFFFFF"
  unit="mm" laterality="none" max-scale="2">
  <genu:part id="scene-part"><genu:anchor name="body" x="0" y="0"/></genu:part>
  <genu:step id="all" begin="0" end="600" camera="{view}"/>
</genu:diagram></metadata><g id="scene-part"/>'''
ANIMATION = re.compile(r'<(animate\w*|set|discard)\b[^>]*?(/>|>.*?</\1>)', re.S)


def without_animation(text):
    return ANIMATION.sub('', text)


def make_pack(folder, svg):
    """A pack of one topic of one step around a drawing."""
    text = re.sub(r'<metadata>.*?</metadata>', '', svg, flags=re.S)
    view = re.search(r'viewBox="([^"]+)"', text).group(1)
    end_of_root = re.search(r'<svg\b[^>]*>', text).end()
    text = text[:end_of_root] + DIAGRAM.format(view=view) + text[end_of_root:]
    for name, content in (('pack.xml', PACK), ('topics/scene.xml', TOPIC),
                          ('diagrams/scene.svg', text)):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding='utf-8')
    return folder


def find_height(desktop, pack):
    """The height of the screen on which Genu's drawing has 1920×1080 pixels."""
    height = HEIGHT
    for _ in range(4):
        with genu_window.GenuWindow(desktop.screen(WIDTH, height), f'--pack={pack}',
                                    '--topic=scene', '--step=1', '--fullscreen') as window:
            drawing = window.wait_for(role='image', name='A scene')
            window.picture()
            _, _, width, inner = drawing.extents()
        if (width, inner) == (WIDTH, HEIGHT):
            return height
        height += HEIGHT - inner
    raise SystemExit('no height of the window gives a drawing of 1920×1080')


def read_scene(desktop, name):
    if name.endswith('.svg'):
        return pathlib.Path(name).stem, pathlib.Path(name).read_text(encoding='utf-8')
    folder = pathlib.Path(desktop.folder, 'scenes')
    if not folder.exists():
        subprocess.run([sys.executable, MAKE_SCENES, '--all', folder], check=True,
                       stdout=subprocess.DEVNULL)
    return name, (folder / f'{name}.svg').read_text(encoding='utf-8')


def players(desktop, svg, label):
    """Genu and Chromium on the same drawing."""
    folder = pathlib.Path(desktop.folder, label)
    pack = make_pack(folder / 'pack', svg)
    file = folder / 'scene.svg'
    file.write_text(svg, encoding='utf-8')
    quiet = {'GTK_A11Y': 'none', 'AT_SPI_BUS_ADDRESS': ''}
    still = ['--step=1'] if 'still' in label else []
    genu = Player(desktop, 'genu', find_height(desktop, pack),
                  [genu_window.PROGRAM, f'--pack={pack}', '--topic=scene', '--fullscreen', *still],
                  quiet)
    return genu, new_chromium(desktop, file)


def measure(desktop, name, seconds, rounds):
    label, svg = read_scene(desktop, name)
    moving = players(desktop, svg, label)
    still = players(desktop, without_animation(svg), label + '-still')
    moving[1].play(1)  # warms Chromium's profile: in its favour
    results = {'genu': [], 'chromium': []}
    for _ in range(rounds):
        for player, starter in zip(moving, still):
            result = player.play(seconds)
            result['start'] = starter.time_to_picture()
            results[player.name].append(result)
    return label, {name: {key: statistics.median(row[key] for row in rows) for key in rows[0]}
                   for name, rows in results.items()}


def show(label, medians):
    genu, chromium = medians['genu'], medians['chromium']
    print(f'{label}')
    for key, words, unit in (('cpu', 'CPU per frame', 'ms'), ('memory', 'memory (PSS)', 'MiB'),
                             ('start', 'exec to whole picture', 's')):
        digits = 2 if key == 'start' else 1
        print(f'  {words:24}{genu[key]:8.{digits}f} {unit:4} Chromium {chromium[key]:8.{digits}f}'
              f' {unit:4} ratio {genu[key] / chromium[key]:.3f}'
              f' (1/{chromium[key] / genu[key]:.1f})')
    print(f'  {"frames a second":24}{genu["rate"]:8.1f}      Chromium {chromium["rate"]:8.1f}',
          flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    parser.add_argument('--seconds', type=float, default=10)
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--json', action='store_true')
    parser.add_argument('scenes', nargs='*', default=['heavy', 'light', 'plain'])
    options = parser.parse_args()
    if shutil.which('chromium') is None:
        raise SystemExit('there is no chromium here')

    everything = {}
    with Desktop() as desktop:
        for scene in options.scenes:
            label, medians = measure(desktop, scene, options.seconds, options.rounds)
            everything[label] = medians
            if not options.json:
                show(label, medians)
    if options.json:
        json.dump(everything, sys.stdout, indent=2)
        print()


if __name__ == '__main__':
    main()
