#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window by keyboard and pointer, as a person uses it.  (Swipes: tests/widgets.)"""
import numpy

from genu_window import PACK, GenuWindow, run_tests
from pack_words import Topic

TOPIC = 'differentiate'
BUTTONS = ('push button', 'toggle button')


def open_topic(desktop, step=1):
    return GenuWindow(desktop.screen(1280, 800), f'--pack={PACK}', f'--topic={TOPIC}',
                      f'--step={step}', '--fullscreen')


def expect_step(window, topic, number):
    window.wait_for(f'the sentence of step {number}', role='label', text=topic.steps[number - 1].say)


def test_keys_change_the_step(desktop):
    topic = Topic(PACK, TOPIC)
    last = len(topic.steps)
    with open_topic(desktop) as window:
        expect_step(window, topic, 1)
        for key, step in (('Right', 2), ('Page_Down', 3), ('Left', 2), ('Page_Up', 1), ('Left', 1),
                          ('End', last), ('Right', last), ('Home', 1)):
            window.key(key)
            expect_step(window, topic, step)


def test_space_plays_and_pauses(desktop):
    topic = Topic(PACK, TOPIC)
    with open_topic(desktop) as window:
        expect_step(window, topic, 1)
        window.wait_for(role='push button', name='Play all steps')
        window.key('space')
        expect_step(window, topic, 2)
        window.wait_for(role='push button', name='Pause')
        window.key('space')
        window.wait_for(role='push button', name='Go on')
        still = window.picture()
        assert numpy.array_equal(still, window.picture()), 'paused, and still it moves'
        window.key('space')
        window.wait_for(role='push button', name='Pause')
        expect_step(window, topic, 3)  # it plays on by itself


def test_zoom(desktop):
    with open_topic(desktop, 2) as window:
        drawing = window.wait_for(role='image', name=Topic(PACK, TOPIC).title)
        x, y, width, height = drawing.extents()

        def look():
            return window.picture()[y:y + height, x:x + width].astype(int)

        plain = look()
        window.key('plus')
        larger = look()
        assert (abs(larger - plain).max(axis=2) > 30).mean() > 0.05, 'plus did not zoom'
        window.key('minus')
        assert (abs(look() - plain).max(axis=2) > 3).mean() < 0.0005, 'minus did not undo plus'
        window.click(window.wait_for(role='push button', name='Larger picture'))
        assert (abs(look() - plain).max(axis=2) > 30).mean() > 0.05, 'the button did not zoom'


def test_escape_goes_back(desktop):
    topic = Topic(PACK, TOPIC)
    with open_topic(desktop) as window:
        expect_step(window, topic, 1)
        window.key('Escape')
        window.wait_for('home', role='push button', name=Topic(PACK, 'pain').title)


def test_escape_closes_only_the_popover(desktop):
    topic = Topic(PACK, TOPIC)
    with open_topic(desktop) as window:
        expect_step(window, topic, 1)
        window.wait_for(role='push button', name='Text size').press()
        window.wait_for(role=BUTTONS, name='Text size 3 of 5')
        window.key('Escape')
        window.picture()
        expect_step(window, topic, 1)


def test_pointer(desktop):
    topic = Topic(PACK, TOPIC)
    with GenuWindow(desktop.screen(1280, 1900), f'--pack={PACK}') as window:
        window.picture()
        window.click(window.wait_for(role='push button', name=topic.title))
        expect_step(window, topic, 1)
        window.picture()
        window.click(window.wait_for(role='push button', name='Next'))
        expect_step(window, topic, 2)
        window.click(window.wait_for(role=BUTTONS, name='list all steps'))
        window.wait_for('the list', role='push button', name='Step 4 of').press()
        expect_step(window, topic, 4)
        window.click(window.wait_for(role=BUTTONS, name='What is hoped for'))
        window.wait_for(role='label', text=topic.key_point)
        window.click(window.wait_for(role=BUTTONS, name='How sure are we'))
        window.wait_for(role='label', text='very low')
        window.click(window.wait_for(role=BUTTONS, name='How it is thought to work'))
        expect_step(window, topic, 4)
        window.click(window.wait_for(role='push button', name='Home'))
        window.wait_for('home', role='push button', name=Topic(PACK, 'pain').title)


def test_words_and_sources(desktop):
    with GenuWindow(desktop.screen(1280, 800), f'--pack={PACK}') as window:
        window.click(window.wait_for(role='push button', name='Words'))
        window.wait_for(role='heading', name='osteoblast')
        window.click(window.wait_for(role='push button', name='Sources'))
        window.wait_for(role='label', text='Caplan')
        window.key('Escape')
        window.wait_for(role='heading', name='osteoblast')


if __name__ == '__main__':
    run_tests(globals())
