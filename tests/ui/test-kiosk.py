#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The kiosk, as a visitor, a vandal and the staff meet it."""
import contextlib
import os
import pathlib
import signal
import subprocess
import time

from desktop import wait_for
from genu_window import PACK, PROGRAM, TOOL, GenuWindow, run_tests
from pack_words import Topic

TOPIC = 'differentiate'
BUTTONS = ('push button', 'toggle button')
PIN = '493817'
STAFF, NO_PIN = 10, 78
BEGIN, STAY, DONE = 'Touch to begin', 'I am still here', 'I am done'


def folder(desktop):
    return pathlib.Path(desktop.environment['XDG_CONFIG_HOME'])


def set_pin(desktop, pin=PIN):
    subprocess.run([TOOL, 'pin'], input=pin + '\n', env=desktop.environment, text=True, check=True,
                   capture_output=True, timeout=60)


def write_settings(desktop, **values):
    """Settings as a technician makes them, in a file."""
    path = folder(desktop) / 'glib-2.0' / 'settings' / 'keyfile'
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = [f'{name.replace("_", "-")}={value}' for name, value in values.items()]
    path.write_text('\n'.join(['[org/genu/Genu]', *lines, '']), encoding='utf-8')
    return path


def kiosk(desktop, *arguments, size=(1280, 800), **settings):
    set_pin(desktop)
    settings = {'kiosk_idle_seconds': 600, **settings}
    write_settings(desktop, **settings)
    return GenuWindow(desktop.screen(*size), '--mode=kiosk', f'--pack={PACK}', *arguments,
                      environment={'GSETTINGS_BACKEND': 'keyfile'})


def begin(window):
    window.click(window.wait_for(role='push button', name=BEGIN))
    return window.wait_for('home', role='push button', name='Start')


def open_topic(window):
    begin(window)
    window.wait_for(role='push button', name=Topic(PACK, TOPIC).title).press()
    window.wait_for(role='label', text=Topic(PACK, TOPIC).steps[0].say)


def pressed(window, name):
    """Whether a choice behind the “Aa” button is the one that holds."""
    window.wait_for(role='push button', name='Text size').press()
    button = window.wait_for(role=BUTTONS, name=name)
    holds = button.has_state('pressed') or button.has_state('checked')
    window.wait_for(role='push button', name='Text size').press()
    return holds


def gesture(window):
    """Five presses of the corner, the last one held until the pad comes."""
    screen = window.screen
    screen.xdotool('mousemove', 6, 6)
    for _ in range(4):
        screen.xdotool('click', 1)
        time.sleep(0.1)
    screen.xdotool('mousedown', 1)
    window.wait_for('the pad', role='heading', name='Staff PIN')
    screen.xdotool('mouseup', 1)


def enter(window, pin):
    for digit in pin:
        window.click(window.wait_for(role='push button', name=digit))
    window.click(window.wait_for(role='push button', name='Enter'))


def wait_for_end(window, status):
    assert window.process.wait(20) == status, (window.process.returncode, window.log())


def shows_attract(window):
    return window.application().find(role='push button', name=BEGIN)


# --- Without a PIN ---

def start_without_window(desktop):
    return subprocess.run([PROGRAM, '--mode=kiosk', f'--pack={PACK}'], text=True, timeout=60,
                          env=desktop.environment, capture_output=True, check=False)


def test_refuses_without_a_pin(desktop):
    path = folder(desktop) / 'genu' / 'kiosk-pin'
    assert not path.exists()
    for content in (None, '', PIN + '\n'):
        if content is not None:
            path.parent.mkdir(exist_ok=True)
            path.write_text(content, encoding='ascii')
        run = start_without_window(desktop)
        assert run.returncode == NO_PIN, run
        assert 'genu-tool pin' in run.stderr, run.stderr
    path.unlink()


# --- A visit ---

def test_fills_the_screen_and_begins(desktop):
    with kiosk(desktop) as window:
        waiting = window.wait_for(role='push button', name=BEGIN)
        assert waiting.extents()[2:] == (1280, 800), waiting.extents()
        begin(window)
        names = [node.name for node in window.application().find_all(role='push button')]
        assert not {'Close', 'Minimize', 'Maximize'} & set(names), names


def test_any_key_begins(desktop):
    with kiosk(desktop) as window:
        window.wait_for(role='push button', name=BEGIN)
        window.key('x')
        window.wait_for('home', role='push button', name='Start')


def test_home_waits_without_attract_picture(desktop):
    with kiosk(desktop, kiosk_attract='false') as window:
        window.wait_for('home', role='push button', name='Start')
        assert shows_attract(window) is None


def test_forgets_the_visitor(desktop):
    """Idle, warning, reset: place, size of text and colours as at the start, nothing written."""
    with kiosk(desktop, kiosk_idle_seconds=25, kiosk_warning_seconds=20, theme="'light'") as window:
        path = folder(desktop) / 'glib-2.0' / 'settings' / 'keyfile'
        before = path.read_text(encoding='utf-8')
        begin(window)
        window.wait_for(role='push button', name='Text size').press()
        window.wait_for(role=BUTTONS, name='Text size 4 of 5').press()
        window.wait_for(role=BUTTONS, name='Dark').press()
        window.key('Tab')
        window.wait_for('the warning', role='push button', name=STAY)
        assert window.application().find(role=BUTTONS, name='Text size 4 of 5') is None
        began = time.monotonic()
        window.wait_for('the countdown', role='timer', name=' seconds left')
        window.wait_for('the start', 60, role='push button', name=BEGIN)
        assert time.monotonic() - began > 12, 'the warning was too short'
        begin(window)
        assert pressed(window, 'Text size 1 of 5'), 'the size of text was kept'
        assert pressed(window, 'Light'), 'the colours were kept'
        assert path.read_text(encoding='utf-8') == before, 'something was written'


def open_word(window):
    window.wait_for(role=BUTTONS, name='What is hoped for').press()
    word = window.wait_for('a word', role='push button', name='osteoblast')
    window.picture()
    return word


def rest_on_what_appears(window, button):
    """Opens what a button opens, and leaves the pointer in the middle of it."""
    before = window.picture()
    button.press()
    rows, columns = (window.picture() != before).any(axis=2).nonzero()
    assert len(rows) > 10000, f'{len(rows)} pixels changed'
    x, y = (columns.min() + columns.max()) // 2, (rows.min() + rows.max()) // 2
    window.screen.xdotool('mousemove', x, y, 'mousemove_relative', '--', 3, 3)


def test_forgets_with_the_pointer_over_a_popover(desktop):
    """GTK keeps the thing that the pointer was last in, which the warning and the reset take away:
    the meaning of a word, the list of steps, the choices of text and colours."""
    openers = (open_word,
               lambda window: window.wait_for(role=BUTTONS, name='list all steps'),
               lambda window: window.wait_for(role='push button', name='Text size'))
    with kiosk(desktop, kiosk_idle_seconds=25, kiosk_warning_seconds=120,
               kiosk_watching_seconds=0) as window:
        for opener in openers:
            open_topic(window)
            window.key('End')
            window.picture()
            rest_on_what_appears(window, opener(window))
            window.wait_for('the warning', role='push button', name=DONE).press()
            window.wait_for('the start', role='push button', name=BEGIN)
            window.screen.xdotool('mousemove_relative', '--', 2, 2)
            window.picture()
        begin(window)


def test_stay(desktop):
    topic = Topic(PACK, TOPIC)
    with kiosk(desktop, kiosk_idle_seconds=25, kiosk_warning_seconds=120,
               kiosk_watching_seconds=0) as window:
        open_topic(window)
        window.key('End')
        window.wait_for(role='label', text=topic.steps[-1].say)
        for answer in (lambda: window.key('Return'), lambda: window.key('x'),
                       lambda: window.screen.click(100, 700),
                       lambda: window.click(window.wait_for(role='push button', name=STAY))):
            window.wait_for('the warning', role='push button', name=STAY)
            window.picture()
            answer()
            window.wait_for('where it was', role='label', text=topic.steps[-1].say)


def test_done(desktop):
    with kiosk(desktop, kiosk_idle_seconds=25, kiosk_warning_seconds=120,
               kiosk_watching_seconds=0) as window:
        open_topic(window)
        window.wait_for('the warning', role='push button', name=STAY)
        window.picture()
        window.click(window.wait_for(role='push button', name=DONE))
        window.wait_for('the start', role='push button', name=BEGIN)
        begin(window)


def test_watching_is_presence(desktop):
    """All steps play one after the other, for longer than the idle time; then comes the warning."""
    with kiosk(desktop, kiosk_idle_seconds=25) as window:
        open_topic(window)
        window.wait_for(role='push button', name='Play all steps')
        window.key('space')
        end = time.monotonic() + 60
        while time.monotonic() < end:
            assert window.application().find(role='push button', name=STAY) is None, 'warned'
            time.sleep(0.5)
        window.wait_for('the warning', 120, role='push button', name=STAY)


def test_a_trembling_pointer_is_nobody(desktop):
    with kiosk(desktop, kiosk_idle_seconds=25, kiosk_watching_seconds=0) as window:
        begin(window)
        end = time.monotonic() + 60
        while window.application().find(role='push button', name=STAY) is None:
            assert time.monotonic() < end, 'no warning'
            window.screen.xdotool('mousemove_relative', '--', 1, 1)
            window.screen.xdotool('mousemove_relative', '--', -1, -1)
            time.sleep(0.2)


# --- What must do nothing ---

KEYS = ('Escape', 'F1', 'F5', 'F10', 'F11', 'F12', 'Menu', 'alt+F4', 'ctrl+q', 'ctrl+w', 'ctrl+p',
        'ctrl+shift+d', 'ctrl+shift+i', 'alt+space', 'alt+Home', 'alt+Left', 'super+d',
        'ctrl+alt+t', 'shift+F10', 'ctrl+question', 'Print', 'q', 'x')


def test_keys_are_swallowed(desktop):
    # What moves by itself, as the picture of the first page does, is no answer to a key.
    with kiosk(desktop, stillness='true') as window:
        begin(window)
        window.key('Tab')
        before = window.picture()
        windows = window.find_windows()
        for key in KEYS:
            window.key(key)
            # The mark of the focus comes and goes by itself.
            changed = (window.picture(0.3) != before).any(axis=2).mean()
            assert changed < 0.02, f'{key} changed {changed:.0%} of the picture'
        assert window.find_windows() == windows
        # Nor does any while the choices lie over the page.
        window.wait_for(role='push button', name='Text size').press()
        window.wait_for(role=BUTTONS, name='Text size 3 of 5')
        for key in ('ctrl+shift+d', 'ctrl+shift+i', 'ctrl+q', 'alt+F4', 'F10'):
            window.key(key)
        window.picture()
        roots = [node.role for node in window.application().children()]
        assert roots.count('frame') + roots.count('window') <= 2, window.application().describe()
        assert 'Inspector' not in window.application().describe()
        window.check_alive()


def test_close_requests_are_refused(desktop):
    with kiosk(desktop) as window:
        begin(window)
        for _ in range(3):
            close_request(window)
        window.picture()
        window.wait_for('home', role='push button', name='Start')


def close_request(window):
    """Asks the window to close, as a window manager does: the message of EWMH to the root."""
    code = '''
import ctypes, sys
x = ctypes.CDLL('libX11.so.6')
x.XOpenDisplay.restype = ctypes.c_void_p
x.XInternAtom.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int]
x.XInternAtom.restype = ctypes.c_ulong
class Message(ctypes.Structure):
    _fields_ = [('type', ctypes.c_int), ('serial', ctypes.c_ulong), ('send', ctypes.c_int),
                ('display', ctypes.c_void_p), ('window', ctypes.c_ulong),
                ('message', ctypes.c_ulong), ('format', ctypes.c_int),
                ('data', ctypes.c_long * 5), ('pad', ctypes.c_long * 24)]
display = x.XOpenDisplay(None)
window = int(sys.argv[1])
m = Message(33, 0, 1, display, window, x.XInternAtom(display, b'WM_PROTOCOLS', 0), 32)
m.data[0] = x.XInternAtom(display, b'WM_DELETE_WINDOW', 0)
x.XSendEvent.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_int, ctypes.c_long,
                         ctypes.c_void_p]
assert x.XSendEvent(display, window, 0, 0, ctypes.byref(m))
x.XSync.argtypes = [ctypes.c_void_p, ctypes.c_int]
x.XSync(display, 0)
'''
    subprocess.run(['/usr/bin/python3', '-c', code, window.window], check=True, timeout=30,
                   env=window.screen.environment)


def test_no_menus(desktop):
    """The second and third buttons do nothing, on a word with a meaning neither."""
    with kiosk(desktop) as window:
        open_topic(window)
        window.key('End')
        for place in ((640, 20), (640, 400), (200, 700)):
            before = window.picture()
            for button in (2, 3):
                window.screen.click(*place, button=button)
            window.screen.xdotool('mousemove', 1, 799)
            changed = (window.picture() != before).any(axis=2).mean()
            assert changed < 0.005, f'{changed:.1%} at {place}'


# --- Staff ---

def test_pin_leads_out(desktop):
    with kiosk(desktop) as window:
        window.wait_for(role='push button', name=BEGIN)
        gesture(window)
        enter(window, '1111')
        window.wait_for(role='label', text='That is not the PIN')
        enter(window, PIN)
        wait_for_end(window, STAFF)


def test_pin_by_keyboard(desktop):
    with kiosk(desktop) as window:
        begin(window)
        for _ in range(4):
            window.screen.xdotool('key', 'Escape')
        window.screen.xdotool('keydown', 'Escape')
        window.wait_for('the pad', role='heading', name='Staff PIN')
        window.screen.xdotool('keyup', 'Escape')
        window.key('1', '2', 'BackSpace', 'BackSpace', *PIN, 'Return')
        wait_for_end(window, STAFF)


def test_pin_pad_locks(desktop):
    with kiosk(desktop) as window:
        begin(window)
        gesture(window)
        for _ in range(3):
            window.wait_for(role='push button', name='Enter')
            wait_for(lambda: window.application().find(role='push button', name='5')
                     .has_state('sensitive'), 'the keys')
            window.key(*'5555', 'Return')
            time.sleep(0.5)
            window.wait_for(role='label', text='PIN')
            wait_for(lambda: window.application().find(role='label', text='One moment') is None,
                     'the answer')
        window.wait_for(role='label', text='Too many wrong PINs')
        window.key(*PIN, 'Return')
        time.sleep(1.5)
        window.check_alive()
        window.click(window.wait_for(role='push button', name='Back'))
        window.wait_for('home', role='push button', name='Start')
        gesture(window)
        window.wait_for(role='label', text='Too many wrong PINs')


def test_fast_taps_are_no_gesture(desktop):
    with kiosk(desktop) as window:
        begin(window)
        for _ in range(12):
            window.screen.click(6, 6)
        time.sleep(1.5)
        assert window.application().find(role='heading', name='Staff PIN') is None


def test_a_new_pin_counts_at_once(desktop):
    with kiosk(desktop) as window:
        window.wait_for(role='push button', name=BEGIN)
        set_pin(desktop, '86420')
        gesture(window)
        window.key(*'86420', 'Return')
        wait_for_end(window, STAFF)


def test_broken_pack_can_be_left(desktop):
    set_pin(desktop)
    broken = pathlib.Path(desktop.folder, 'no-pack')
    broken.mkdir()
    with GenuWindow(desktop.screen(1280, 800), '--mode=kiosk', f'--pack={broken}') as window:
        window.wait_for(role='heading', name='This page cannot be shown')
        gesture(window)
        window.key(*PIN, 'Return')
        wait_for_end(window, STAFF)


def test_sigterm(desktop):
    for visit in (False, True):
        with kiosk(desktop) as window:
            window.wait_for(role='push button', name=BEGIN)
            if visit:
                begin(window)
            os.kill(window.pid, signal.SIGTERM)
            wait_for_end(window, 0)
            with contextlib.suppress(FileNotFoundError):
                assert 'CRITICAL' not in window.log(), window.log()


if __name__ == '__main__':
    run_tests(globals())
