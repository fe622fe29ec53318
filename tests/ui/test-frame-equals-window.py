#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""`genu-tool frame PACK` shows what the window shows: one code path draws both.

A step is shown at its end, the screen is captured, and the drawing's rectangle, which the screen
reader knows, is compared with the frame of that size.  The zoom buttons lie over a corner of the
drawing; the frame has no controls, so their box with its padding is left out of the comparison.
"""
import json
import os

import numpy
from PIL import Image

from genu_window import PACK, GenuWindow, run_tests, tool
from pack_words import Topic

# The fidelity contract at rest: this share of pixels may differ by more than this much.
SHARE, DIFFERENCE = 0.0005, 3
SHADOW = 8  # of the zoom buttons, in pixels


def frame(desktop, topic, step, size, *options):
    path = os.path.join(desktop.folder, 'frame.png')
    told = tool('frame', PACK, f'--topic={topic}', f'--step={step}',
                f'--size={size[0]}x{size[1]}', '--json', *options, '-o', path)
    return numpy.asarray(Image.open(path).convert('RGB')).astype(int), json.loads(told.stdout)['labels']


def compare_labels(window, origin, labels):
    """The rectangles of the labels' widgets, as a screen reader knows them, and the tool's."""
    assert labels, 'the step has no label'
    for label in labels:
        x, y, width, height = window.wait_for(role='label', name=label['text']).extents()
        shown = (x - origin[0], y - origin[1], width, height)
        assert all(abs(a - b) <= 1 for a, b in zip(shown, label['rect'])), \
            f'“{label["text"]}” is at {shown}, and in the frame at {label["rect"]}'


def left_out(window, origin, shape):
    """True where the zoom buttons cover the drawing."""
    mask = numpy.zeros(shape, bool)
    for name in ('Smaller', 'Larger'):
        x, y, width, height = window.wait_for(role='push button', name=name).extents()
        x, y = x - origin[0], y - origin[1]
        mask[max(0, y - SHADOW):y + height + SHADOW, max(0, x - SHADOW):x + width + SHADOW] = True
    return mask


def compare(desktop, window, topic, step, *options):
    drawing = window.wait_for(role='image', name=Topic(PACK, topic).title)
    shown = window.picture().astype(int)
    x, y, width, height = drawing.extents()
    assert width > 600 and height > 200, f'the drawing has only {width} × {height} pixels'
    shown = shown[y:y + height, x:x + width]
    wanted, labels = frame(desktop, topic, step, (width, height), *options)
    compare_labels(window, (x, y), labels)
    mask = left_out(window, (x, y), (height, width))
    assert mask.mean() < 0.06, f'the buttons cover {mask.mean():.0%} of the drawing'

    wrong = (abs(shown - wanted).max(axis=2) > DIFFERENCE) & ~mask
    share = wrong.sum() / (~mask).sum()
    print(f'# {topic} {step} {" ".join(options)} {width}×{height}: {wrong.sum()} pixels differ,'
          f' {share:.4%}')
    if share > SHARE:
        keep = os.environ.get('GENU_TEST_KEEP')
        if keep:
            for name, image in (('shown', shown), ('wanted', wanted), ('wrong', wrong * 255)):
                Image.fromarray(image.astype(numpy.uint8)).save(
                    os.path.join(keep, f'{topic}-{step}-{"".join(options)}-{name}.png'))
        rows, columns = wrong.nonzero()
        raise AssertionError(f'{share:.4%} differ, in x {columns.min()}…{columns.max()},'
                             f' y {rows.min()}…{rows.max()}')


def open_topic(screen, topic, step, *arguments):
    return GenuWindow(screen, f'--pack={PACK}', f'--topic={topic}', f'--step={step}',
                      '--fullscreen', *arguments)


def test_steps(desktop):
    screen = desktop.screen(1920, 1080)
    for step in (1, 3, 4, 6, 8):
        with open_topic(screen, 'differentiate', step) as window:
            compare(desktop, window, 'differentiate', step)


def test_left_knee(desktop):
    with open_topic(desktop.screen(1920, 1080), 'differentiate', 2, '--side=left') as window:
        compare(desktop, window, 'differentiate', 2, '--side=left')


def test_other_shapes(desktop):
    for size in ((1280, 720), (1080, 1920)):
        with open_topic(desktop.screen(*size), 'differentiate', 4) as window:
            compare(desktop, window, 'differentiate', 4)


def choose(window, *names):
    """Presses what the names say behind the “Aa” button."""
    window.wait_for(role='push button', name='Text size').press()
    for name in names:
        window.wait_for(role=('push button', 'toggle button', 'radio button'), name=name).press()
    window.key('Escape')


def test_large_text(desktop):
    with open_topic(desktop.screen(1920, 1080), 'differentiate', 4) as window:
        choose(window, 'Text size 5 of 5')
        compare(desktop, window, 'differentiate', 4, '--text-scale=2')


def test_themes(desktop):
    screen = desktop.screen(1280, 720)
    for name, theme in (('Dark', 'dark'), ('High contrast', 'high-contrast')):
        with open_topic(screen, 'differentiate', 2) as window:
            choose(window, name)
            compare(desktop, window, 'differentiate', 2, f'--theme={theme}')


if __name__ == '__main__':
    run_tests(globals())
