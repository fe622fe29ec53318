#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""How fast the real window is.

    window.py [--rounds=3] [--only=start,taps,pages,frames] [--topic=ID] [--json]

Run by hand (README.md beside this file).  Prints, on a virtual screen of 1920×1080: the time from
exec to the home page beside Chromium with a page of the same drawing; from a tap to the first changed
frame; from a tap to the first frame of another page; the intervals of frames while steps play.
"""
import argparse
import json
import os
import pathlib
import re
import shutil
import statistics
import sys
import time
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / 'ui'))
import genu_window  # noqa: E402
import processes  # noqa: E402
from desktop import Desktop  # noqa: E402

sys.path.insert(0, str(HERE))
from players import HEIGHT, WIDTH, Player, new_chromium  # noqa: E402
from xeye import Eye  # noqa: E402

QUIET = {'GTK_A11Y': 'none', 'AT_SPI_BUS_ADDRESS': ''}
# Drawing of one frame comes in several pieces, which are never so far apart, in seconds.
ONE_FRAME = 0.006
# The program leaves the frame clock alone where a step stands still for longer.
REST = 0.1
# A rest costs less than this share of a processor; what costs more is a frame that came late.
REST_COST = 0.25
TAPS = ('Next', 'Next', 'Next', 'Back: the step', 'Back: the step', 'Back: the step',
        'What is hoped', 'How sure', 'How it is thought', 'Text size')
TARGETS = {'tap': 50, 'page': 100, 'frame': 20}


def milliseconds(values):
    """Median, 95th percentile and largest of some seconds."""
    ordered = sorted(value * 1000 for value in values)
    return {'n': len(ordered), 'median': statistics.median(ordered),
            'p95': ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))], 'most': ordered[-1]}


# --- Where things are ---

def box(node):
    x, y, width, height = node.extents()
    return x, y, x + width, y + height


def learn(desktop, pack, topic):
    """Boxes of what will be tapped, by name, and the size of the home page's drawing."""
    screen = desktop.screen(WIDTH, HEIGHT)
    boxes = {}
    buttons = ('push button', 'toggle button', 'radio button', 'check box')
    with genu_window.GenuWindow(screen, *pack, '--fullscreen') as window:
        window.wait_for(role='push button', name='Words')
        window.picture()
        root = window.application()
        boxes['hero'] = box(root.find(role='image'))
        boxes['card'] = box(next(node for node in root.find_all(role='push button')
                                 if node.name.startswith('Start')))
    with genu_window.GenuWindow(screen, *pack, f'--topic={topic}', '--step=1',
                                '--fullscreen') as window:
        window.wait_for(role='push button', name='Next')
        window.picture()
        for name in {*TAPS, 'Home'}:
            boxes[name] = box(window.application().find(role=buttons, name=name))
    return boxes


def start_quietly(screen, *arguments):
    return genu_window.GenuWindow(screen, *arguments, '--fullscreen', environment=QUIET)


def middle(rectangle):
    return (rectangle[0] + rectangle[2]) // 2, (rectangle[1] + rectangle[3]) // 2


def tap(eye, boxes, name):
    """Moves there, waits until all is quiet, taps: what Eye.answer () says."""
    x1, y1, x2, y2 = boxes[name]
    eye.move(*middle(boxes[name]))
    for _ in range(3):
        eye.rest()
        first, answer = eye.answer(eye.tap(), (x1 - 12, y1 - 12, x2 + 12, y2 + 12))
        if answer is not None:
            return first, answer
        print(f'# a tap on “{name}” changed nothing', file=sys.stderr)
    raise SystemExit(f'three taps on “{name}” changed nothing')


# --- Taps, pages, frames ---

def measure_taps(desktop, pack, topic, boxes, rounds):
    firsts, answers, by_name = [], [], {}
    screen = desktop.screen(WIDTH, HEIGHT)
    with start_quietly(screen, *pack, f'--topic={topic}', '--step=1') as window, Eye(screen) as eye:
        for _ in range(rounds):
            for name in TAPS:
                first, answer = tap(eye, boxes, name)
                firsts.append(first)
                answers.append(answer)
                by_name.setdefault(name, []).append(answer)
                if name == 'Text size':
                    window.key('Escape')
    return {'first': milliseconds(firsts), 'answer': milliseconds(answers),
            'by name': {name: statistics.median(values) * 1000 for name, values in by_name.items()}}


def measure_pages(desktop, pack, boxes, rounds):
    there, back = [], []
    screen = desktop.screen(WIDTH, HEIGHT)
    with start_quietly(screen, *pack), Eye(screen) as eye:
        for _ in range(rounds * 3):
            for name, values in (('card', there), ('Home', back)):
                values.append(tap(eye, boxes, name)[1])
    return {'there': milliseconds(there), 'back': milliseconds(back)}


def watch_frames(eye, pids, seconds):
    """Intervals of frames; those in which the program rested, too."""
    intervals, rests = [], []
    last, last_cpu, latest = None, 0, 0
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for when, _ in eye.drawn(0.2):
            if when - latest > ONE_FRAME:
                cpu = processes.fine_cpu_seconds(pids)
                if last is not None:
                    gap = when - last
                    rested = gap > REST and cpu - last_cpu < REST_COST * gap
                    (rests if rested else intervals).append(gap)
                last, last_cpu = when, cpu
            latest = when
    return intervals, rests


def measure_frames(desktop, pack, topic, boxes, rounds):
    """Next, and six seconds of what it plays, along the topic."""
    intervals, rests, cpu = [], [], 0
    screen = desktop.screen(WIDTH, HEIGHT)
    for _ in range(rounds):
        with start_quietly(screen, *pack, f'--topic={topic}', '--step=1') as window, \
                Eye(screen) as eye:
            for _ in range(3):
                eye.move(*middle(boxes['Next']))
                eye.rest()
                before = processes.fine_cpu_seconds([window.pid])
                eye.tap()
                found, rested = watch_frames(eye, [window.pid], 6)
                cpu += processes.fine_cpu_seconds([window.pid]) - before
                intervals += found
                rests += rested
    return {'interval': milliseconds(intervals), 'rests': len(rests),
            'late': sum(value > 0.02 for value in intervals) / len(intervals),
            'cpu per frame': cpu / len(intervals) * 1000}


# --- Start ---

def find_drawing(folder):
    """The SVG of the home page: that of the first topic's story."""
    languages = [path.parent for path in pathlib.Path(folder).glob('en/pack.xml')]
    root = (languages or [pathlib.Path(folder)])[0]
    name = re.search(r'<topic href="([^"]+)"', (root / 'pack.xml').read_text('utf-8')).group(1)
    story = ElementTree.parse(root / name).getroot().find('.//{urn:genu:topic:1}story')
    for base in (root, root.parent):
        if (base / story.get('diagram')).exists():
            return (base / story.get('diagram')).read_text('utf-8')
    raise SystemExit(f'no drawing of {name}')


def write_page(folder, svg, hero):
    """A plain page that holds nothing but the drawing, as large as Genu's, and still."""
    svg = svg[svg.index('<svg'):]
    svg = re.sub(r'<(animate\w*|set|discard)\b[^>]*?(/>|>.*?</\1>)', '', svg, flags=re.S)
    svg = re.sub(r'<metadata>.*?</metadata>', '', svg, flags=re.S)
    width, height = hero[2] - hero[0], hero[3] - hero[1]
    style = f'svg {{ width: {width}px; height: {height}px }}'
    path = pathlib.Path(folder, 'page.html')
    path.write_text(f'<!doctype html><meta charset="utf-8"><title>A drawing</title>'
                    f'<style>{style}</style>{svg}', encoding='utf-8')
    return path


def prefer_stillness(desktop):
    """The home page then shows its picture at once as it stays, as Chromium does."""
    folder = pathlib.Path(desktop.environment['XDG_CONFIG_HOME'], 'gtk-4.0')
    folder.mkdir(exist_ok=True)
    (folder / 'settings.ini').write_text('[Settings]\ngtk-enable-animations=false\n')
    return folder / 'settings.ini'


def measure_start(desktop, pack, folder, boxes, rounds):
    page = write_page(desktop.folder, find_drawing(folder), boxes['hero'])
    settings = prefer_stillness(desktop)
    players = (Player(desktop, 'genu', HEIGHT,
                               [genu_window.PROGRAM, *pack, '--fullscreen'], QUIET),
               new_chromium(desktop, page))
    players[1].time_to_picture()  # warms its profile: in its favour
    seconds = {'genu': [], 'chromium': []}
    cpu = {'genu': [], 'chromium': []}
    for _ in range(rounds):
        for player in players:
            seconds[player.name].append(player.time_to_picture())
            cpu[player.name].append(player.start_cpu)
    settings.unlink()
    result = {name: statistics.median(values) for name, values in seconds.items()}
    return dict(result, ratio=result['genu'] / result['chromium'],
                cpu={name: statistics.median(values) for name, values in cpu.items()})


# --- Words ---

def line(words, figures, target=None):
    goal = f'  (target {target})' if target is not None else ''
    return (f'  {words:36}median {figures["median"]:6.1f}  95 % {figures["p95"]:6.1f}'
            f'  most {figures["most"]:6.1f} ms  n {figures["n"]}{goal}')


def show(name, result):
    print(f'{name}   [load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors]')
    if name == 'start':
        print(f'  exec to home page {result["genu"]:.2f} s, Chromium {result["chromium"]:.2f} s,'
              f' ratio {result["ratio"]:.2f}  (target 0.6)')
        print(f'  CPU time until then {result["cpu"]["genu"]:.2f} s,'
              f' Chromium {result["cpu"]["chromium"]:.2f} s')
    if 'taps' in name:
        print(line('tap to first changed frame', result['first'], TARGETS['tap']))
        print(line('tap to a change outside the button', result['answer'], TARGETS['tap']))
        for button, value in result['by name'].items():
            print(f'    {button:34}median {value:6.1f} ms')
    if 'pages' in name:
        print(line('home to topic', result['there'], TARGETS['page']))
        print(line('topic to home', result['back'], TARGETS['page']))
    if 'frames' in name:
        print(line('interval', result['interval'], f'{TARGETS["frame"]} at 95 %'))
        print(f'  over 20 ms {result["late"]:.1%}, rests of over 100 ms {result["rests"]},'
              f' CPU {result["cpu per frame"]:.1f} ms a frame')
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split('\n', 1)[0])
    parser.add_argument('--rounds', type=int, default=3)
    parser.add_argument('--topic', default='differentiate')
    parser.add_argument('--only', default='start,taps,pages,frames')
    parser.add_argument('--json', action='store_true')
    options = parser.parse_args()
    wanted = options.only.split(',')
    if 'start' in wanted and shutil.which('chromium') is None:
        raise SystemExit('there is no chromium here')
    folder = genu_window.PACK or os.path.join(os.environ.get('GENU_DATA_DIR', ''), 'packs', 'knee')
    pack = [f'--pack={folder}', '--lang=en']

    results = {}
    with Desktop() as desktop:
        boxes = learn(desktop, pack, options.topic)
        for name in wanted:
            if name == 'start':
                result = measure_start(desktop, pack, folder, boxes, options.rounds)
            elif name == 'taps':
                result = measure_taps(desktop, pack, options.topic, boxes, options.rounds)
            elif name == 'pages':
                result = measure_pages(desktop, pack, boxes, options.rounds)
            elif name == 'frames':
                result = measure_frames(desktop, pack, options.topic, boxes, options.rounds)
            else:
                raise SystemExit(f'there is no measurement “{name}”')
            results[name] = result
            if not options.json:
                show(name, result)
    if options.json:
        json.dump(results, sys.stdout, indent=2)
        print()


if __name__ == '__main__':
    main()
