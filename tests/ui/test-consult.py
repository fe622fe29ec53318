#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The doctor's window: find, draw, choose the knee, read the note, save, and the next patient."""
import pathlib
import shutil
import subprocess
import time

import numpy

from genu_window import PACK, GenuWindow, run_tests
from pack_words import Topic

TOPIC = 'pain'
BUTTONS = ('push button', 'toggle button')
INK = (0x00, 0x47, 0xB8)  # the blue that the pen begins with


def open_consult(desktop, *arguments, size=(1280, 800)):
    return GenuWindow(desktop.screen(*size), f'--pack={PACK}', '--mode=consult', '--fullscreen',
                      *arguments)


def open_picture(desktop, step=1, *arguments, size=(1280, 800)):
    window = open_consult(desktop, f'--topic={TOPIC}', f'--step={step}', *arguments, size=size)
    window.wait_for('the sentence', role='label', text=Topic(PACK, TOPIC).steps[step - 1].say)
    window.picture()
    return window


def drawing_box(window):
    return window.wait_for(role='image', name=Topic(PACK, TOPIC).title).extents()


def drag(window, points):
    """Draws with the mouse through points of the screen, ten steps between two of them."""
    screen = window.screen
    screen.xdotool('mousemove', *map(int, points[0]), 'mousedown', 1)
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        for part in range(1, 11):
            screen.xdotool('mousemove', int(x0 + (x1 - x0) * part / 10),
                           int(y0 + (y1 - y0) * part / 10))
    screen.xdotool('mouseup', 1, 'mousemove', 1, screen.height - 2)


def ink_box(window):
    """Left, top, right, bottom of the blue ink within the drawing; None without ink."""
    x, y, width, height = drawing_box(window)
    image = window.picture()[y:y + height, x:x + width].astype(int)
    rows, columns = numpy.nonzero(abs(image - INK).max(axis=2) <= 2)
    if len(rows) < 100:
        return None
    return columns.min(), rows.min(), columns.max(), rows.max()


def square_points(window):
    x, y, width, height = drawing_box(window)
    left, top, right, bottom = x + width * 0.35, y + height * 0.3, x + width * 0.5, y + height * 0.6
    return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]


def test_typing_finds(desktop):
    topic = Topic(PACK, 'differentiate')
    with open_consult(desktop) as window:
        window.picture()
        window.screen.xdotool('type', '--delay', '60', 'becom')
        window.wait_for('the finder', role='entry', name='Find a picture')
        window.picture()
        window.key('Return')
        window.wait_for('the topic', role='label', text=topic.steps[0].say)


def test_two_taps_to_any_picture(desktop):
    topic = Topic(PACK, 'stimulate')
    with open_consult(desktop, size=(1280, 1000)) as window:
        window.picture()
        window.click(window.wait_for(role='push button', name='Find'))
        window.picture()
        window.click(window.wait_for(role='push button', name=f'{topic.title}, picture 3'))
        window.wait_for('the third step', role='label', text=topic.steps[2].say)


def test_a_letter_of_a_tool_begins_a_word(desktop):
    topic = Topic(PACK, TOPIC)
    with open_picture(desktop) as window:
        window.screen.xdotool('type', '--delay', '60', 'pai')  # not: pen, then "ai"
        window.wait_for('the finder', role='entry', name='Find a picture')
        window.key('Escape')
        window.wait_for('the picture', role='label', text=topic.steps[0].say)
        assert not window.wait_for(role=BUTTONS, name='Pen').has_state('pressed')
        window.key('p')
        time.sleep(0.5)
        assert window.wait_for(role=BUTTONS, name='Pen').has_state('pressed')
        time.sleep(2)
        window.key('e')
        time.sleep(0.5)
        assert window.wait_for(role=BUTTONS, name='Eraser').has_state('pressed')
        window.key('Escape')  # lays the tool down, and stays
        time.sleep(0.5)
        assert not window.wait_for(role=BUTTONS, name='Eraser').has_state('pressed')
        window.wait_for('the picture', role='label', text=topic.steps[0].say)


def test_ink(desktop):
    with open_picture(desktop) as window:
        assert ink_box(window) is None
        points = square_points(window)
        x, y, width, _ = drawing_box(window)
        window.click(window.wait_for(role=BUTTONS, name='Pen'))
        drag(window, points)
        drawn = ink_box(window)
        wanted = points[0][0] - x, points[0][1] - y, points[2][0] - x, points[2][1] - y
        assert numpy.abs(numpy.subtract(drawn, wanted)).max() < 8, (drawn, wanted)

        # It stays where it is on the drawing: zoomed, and for the other knee.
        window.key('plus')
        larger = ink_box(window)
        assert larger[2] - larger[0] > 1.2 * (drawn[2] - drawn[0]), (drawn, larger)
        window.key('minus')
        assert numpy.abs(numpy.subtract(ink_box(window), drawn)).max() <= 2
        window.click(window.wait_for(role=BUTTONS, name='Left knee'))
        left = ink_box(window)
        assert abs(left[0] - (width - drawn[2])) <= 3, (drawn, left)
        assert abs(left[1] - drawn[1]) <= 2, (drawn, left)
        window.click(window.wait_for(role=BUTTONS, name='Right knee'))

        # Undo, redo, clear, the eraser.
        window.key('ctrl+z')
        assert ink_box(window) is None
        window.key('ctrl+shift+z')
        assert ink_box(window) == drawn
        window.key('Delete')
        assert ink_box(window) is None
        window.key('ctrl+z')
        assert ink_box(window) == drawn
        window.click(window.wait_for(role=BUTTONS, name='Eraser'))
        edge, low = points[0][0], points[2][1]
        drag(window, [(edge - 40, low - 30), (edge + 40, low - 30)])
        assert ink_box(window) is None

        # Each step has its own.
        window.key('ctrl+z')
        window.key('Next', 'Escape')
        window.wait_for(role='label', text=Topic(PACK, TOPIC).steps[1].say)
        assert ink_box(window) is None
        window.key('Prior')
        assert numpy.abs(numpy.subtract(ink_box(window), drawn)).max() <= 2


def test_ink_while_zoomed(desktop):
    with open_picture(desktop) as window:
        x, y, width, height = drawing_box(window)
        window.screen.xdotool('mousemove', int(x + width * 0.4), int(y + height * 0.5))
        time.sleep(0.2)
        window.screen.xdotool('click', '--repeat', '3', '--delay', '80', 4)  # the wheel
        window.picture()
        window.key('p')
        points = square_points(window)
        drag(window, points)
        drawn = ink_box(window)
        wanted = points[0][0] - x, points[0][1] - y, points[2][0] - x, points[2][1] - y
        assert numpy.abs(numpy.subtract(drawn, wanted)).max() < 8, (drawn, wanted)
        window.key('Escape', 'minus', 'minus')
        smaller = ink_box(window)
        assert smaller[2] - smaller[0] < 0.9 * (drawn[2] - drawn[0]), (drawn, smaller)


def test_note(desktop):
    step, note = next((number, step.note) for number, step in enumerate(Topic(PACK, TOPIC).steps, 1)
                      if step.note)
    with open_picture(desktop, step) as window:
        assert window.application().find(role='label', text=note) is None
        window.click(window.wait_for(role=BUTTONS, name='Note'))
        window.wait_for(role='label', text=note)
        window.wait_for(role='label', text='WMD −0.74')
        window.click(window.wait_for(role=BUTTONS, name='Note'))
        window.picture()
        assert window.application().find(role='label', text=note) is None


def test_note_is_for_doctors(desktop):
    with GenuWindow(desktop.screen(1280, 800), f'--pack={PACK}', f'--topic={TOPIC}') as window:
        window.wait_for(role='label', text=Topic(PACK, TOPIC).steps[0].say)
        notes = [step.note for step in Topic(PACK, TOPIC).steps if step.note]
        assert notes
        for words in ('WMD −0.74', *notes):
            assert window.application().find(role='label', text=words, hidden=True) is None
        assert window.application().find(name='Pen', hidden=True) is None


def test_save(desktop):
    home = pathlib.Path(desktop.environment['HOME'])
    with open_picture(desktop, 1, '--side=left') as window:
        window.key('p')
        drag(window, square_points(window))
        window.click(window.wait_for(role='push button', name='Save'))
        window.wait_for('the dialog', role='push button', name='Cancel', timeout=60)
        time.sleep(1)
        window.key('Return')
        window.wait_for('the toast', role='push button', name='Open', timeout=60)
        files = list(home.glob('*.pdf'))
        assert len(files) == 1 and 'left knee' in files[0].name, files
        assert files[0].read_bytes().startswith(b'%PDF-')
        if shutil.which('pdftotext'):
            run = subprocess.run(['pdftotext', '-raw', files[0], '-'], text=True, check=True,
                                 capture_output=True)
            words = ' '.join(run.stdout.split())
            topic = Topic(PACK, TOPIC)
            for sentence in (topic.title, topic.key_point, 'Left knee', topic.steps[0].say):
                assert sentence in words, sentence
            assert 'WMD' not in words
        if shutil.which('pdftoppm'):
            page = pathlib.Path(desktop.folder, 'page')
            subprocess.run(['pdftoppm', '-r', '100', '-f', '1', '-l', '1', files[0], page],
                           check=True)
            name = next(pathlib.Path(desktop.folder).glob('page*.ppm'))
            assert count_ink(name) > 200, 'no ink in the handout'


def count_ink(path):
    data = path.read_bytes()
    _, size, _, pixels = data.split(b'\n', 3)
    width, height = map(int, size.split())
    image = numpy.frombuffer(pixels, numpy.uint8).reshape(height, width, 3).astype(int)
    return (abs(image - INK).max(axis=2) <= 2).sum()


def write_settings(desktop, **values):
    path = pathlib.Path(desktop.environment['XDG_CONFIG_HOME'], 'glib-2.0', 'settings', 'keyfile')
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'{name.replace("_", "-")}={value}' for name, value in values.items()]
    path.write_text('\n'.join(['[org/genu/Genu]', *lines, '']), encoding='utf-8')


def test_large_text_fits(desktop):
    """Nothing is wider than the window, with the note and without, and the picture stays whole."""
    write_settings(desktop, text_scale=2.0, screen_width_mm=294, theme="'high-contrast'")
    with GenuWindow(desktop.screen(1280, 720), f'--pack={PACK}', '--mode=consult', '--fullscreen',
                    f'--topic={TOPIC}', '--step=1',
                    environment={'GSETTINGS_BACKEND': 'keyfile'}) as window:
        window.wait_for('the sentence', role='label', text=Topic(PACK, TOPIC).steps[0].say)
        for key in (None, 'ctrl+n'):
            if key:
                window.key(key)
            window.picture()
            buttons = list(window.application().find_all(role=BUTTONS))
            assert len(buttons) > 15, buttons
            for button in buttons:
                x, _, width, _ = button.extents()
                assert 0 <= x and x + width <= 1280, (button.name, x, width)
        note = window.wait_for('the note', role='heading', name='For the doctor')
        x, _, width, _ = drawing_box(window)
        assert note.extents()[0] >= x + width, (note.extents(), x, width)


def test_new_patient(desktop):
    topic = Topic(PACK, TOPIC)
    with open_picture(desktop) as window:
        window.click(window.wait_for(role=BUTTONS, name='Left knee'))
        window.key('p')
        drag(window, square_points(window))
        drawn = ink_box(window)
        assert drawn is not None
        window.click(window.wait_for(role='push button', name='New patient'))
        window.wait_for('home', role='push button', name=topic.title)
        assert window.wait_for(role=BUTTONS, name='Right knee').has_state('pressed')
        window.click(window.wait_for(role='push button', name='Undo'))
        window.wait_for('the picture again', role='label', text=topic.steps[0].say)
        assert window.wait_for(role=BUTTONS, name='Left knee').has_state('pressed')
        assert numpy.abs(numpy.subtract(ink_box(window), drawn)).max() <= 2

        window.click(window.wait_for(role='push button', name='New patient'))
        window.wait_for('home', role='push button', name=topic.title)
        time.sleep(1)
        window.key('ctrl+f')
        window.screen.xdotool('type', '--delay', '60', topic.title[:12])
        window.key('Return')
        window.wait_for(role='label', text=topic.steps[0].say)
        assert ink_box(window) is None, 'ink of another patient'


if __name__ == '__main__':
    run_tests(globals())
