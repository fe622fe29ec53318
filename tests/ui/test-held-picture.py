#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A picture that stands still costs nothing: no frame clock, no timer, hardly a wake-up.

The figure is at most 0.1 CPU seconds in 10 seconds; half the time is measured here.  That nothing
was drawn is also counted from within, by tests/widgets/test-diagram-view.c.
"""
import subprocess
import time

from genu_window import PACK, GenuWindow, run_tests, wait_for
import processes
from pack_words import Topic

SECONDS = 5
MOST_CPU = 0.1 * SECONDS / 10
# Any clock or timer that runs on is far above this; a bus that speaks now and then is below.
MOST_WAKE_UPS = 4 * SECONDS

TOPIC = 'differentiate'


def settle(window, seconds):
    """Waits until what was under way (a picture that is being drawn) is done."""
    def is_quiet():
        cpu = window.cpu_seconds()
        time.sleep(0.5)
        return window.check_alive() and window.cpu_seconds() - cpu < 0.005
    wait_for(is_quiet, 'the program to come to rest', seconds)


def check_idle(window, what, soon=20):
    settle(window, soon)
    cpu, woken = window.cpu_seconds(), window.wake_ups()
    time.sleep(SECONDS)
    cpu = window.cpu_seconds() - cpu
    woken = processes.wake_ups_since(woken, window.wake_ups())
    window.check_alive()
    print(f'# {what}: {cpu:.4f} CPU s and {woken} wake-ups in {SECONDS} s')
    assert cpu <= MOST_CPU, f'{what}: {cpu:.3f} CPU s in {SECONDS} s'
    assert woken <= MOST_WAKE_UPS, f'{what}: {woken} wake-ups in {SECONDS} s'


def open_topic(desktop, *arguments):
    # Without an accessibility bus nothing but the program itself can wake it.
    screen = desktop.screen(1920, 1080)
    return GenuWindow(screen, f'--pack={PACK}', f'--topic={TOPIC}', *arguments, '--fullscreen',
                      environment={'GTK_A11Y': 'none'})


def put_away(window):
    window.screen.xdotool('windowminimize', window.window)
    wait_for(lambda: not window.find_windows(), 'the window to go')
    # Window managers of desktops unmap the window itself too; this small one only its frame.
    window.screen.xdotool('windowunmap', window.window)


def state(window):
    run = subprocess.run(['xprop', '-id', window.window, 'WM_STATE'], text=True, check=True,
                         env=window.screen.environment, capture_output=True, timeout=30)
    return run.stdout


def test_home_put_away(desktop):
    """Its picture moves for ever, but not for nobody."""
    with GenuWindow(desktop.screen(1920, 1080), f'--pack={PACK}',
                    environment={'GTK_A11Y': 'none'}) as window:
        window.picture()
        put_away(window)
        check_idle(window, 'home, put away')


def test_end_of_a_step(desktop):
    with open_topic(desktop, '--step=4') as window:
        window.picture()
        check_idle(window, 'a step’s end')
        put_away(window)
        assert 'Iconic' in state(window), state(window)
        check_idle(window, 'a step’s end, put away')


def test_after_playing(desktop):
    """A step that was played, with everything it started, ends as quietly."""
    with open_topic(desktop, '--step=1') as window:
        window.picture()
        before = window.cpu_seconds()
        window.key('Right')
        window.screen.still_picture(quiet=2.5, timeout=60)
        assert window.cpu_seconds() - before > 0.05, 'nothing was played'
        check_idle(window, 'a step that was played')


def test_put_away_while_playing(desktop):
    """Nobody sees it, so it need not move."""
    assert len(Topic(PACK, TOPIC).steps) > 3
    with open_topic(desktop, '--step=1') as window:
        window.picture()
        window.key('space')
        time.sleep(0.3)
        put_away(window)
        # The topic plays for longer than this.
        check_idle(window, 'playing, put away', 12)


if __name__ == '__main__':
    run_tests(globals())
