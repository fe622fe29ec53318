#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader meets in the running program."""
import re

from desktop import wait_for
from genu_window import PACK, GenuWindow, run_tests
from pack_words import Topic

TOPIC = 'differentiate'
# An accessible without a name of its own is given that of its type.
TYPE_NAME = re.compile(r'^(Gtk|Adw|Genu)[A-Z]\w*$')
BUTTONS = ('push button', 'toggle button', 'check box', 'radio button', 'switch', 'link')
CERTAINTY = {'very-low': 'very low', 'low': 'low', 'moderate': 'moderate', 'high': 'high'}


def open_topic(desktop, step):
    return GenuWindow(desktop.screen(1280, 800), f'--pack={PACK}', f'--topic={TOPIC}',
                      f'--step={step}', '--fullscreen')


def nameless_buttons(root):
    return [node for node in root.find_all(role=BUTTONS)
            if not node.name.strip() or TYPE_NAME.match(node.name)]


def test_every_button_has_a_name(desktop):
    screen = desktop.screen(1280, 800)
    for arguments in ([], [f'--topic={TOPIC}', '--step=2']):
        with GenuWindow(screen, f'--pack={PACK}', *arguments) as window:
            window.wait_for(role='push button', name='Words')
            window.picture()
            buttons = list(window.application().find_all(role=BUTTONS))
            nameless = nameless_buttons(window.application())
            assert len(buttons) > 10, window.application().describe()
            assert not nameless, [(node.role, node.name, node.description) for node in nameless]


def test_home_names_every_topic(desktop):
    with GenuWindow(desktop.screen(1280, 800), f'--pack={PACK}') as window:
        window.wait_for(role='heading', name='')
        application = window.application()
        for identifier in (TOPIC, 'pain', 'your-knee', 'the-day'):
            title = Topic(PACK, identifier).title
            card = application.find(role='push button', name=title)
            assert card is not None, title
            assert card.description, f'{title} has no description'


def test_the_drawing_speaks(desktop):
    topic = Topic(PACK, TOPIC)
    for number in (2, 4):
        step = topic.steps[number - 1]
        with open_topic(desktop, number) as window:
            window.wait_for(role='label', text=step.say)
            drawing = window.wait_for(role='image', name=topic.title)
            assert drawing.description == step.alt, drawing.description
            labels = [node.text for node in drawing.walk() if node.role == 'label']
            for wanted in step.labels:
                assert any(wanted in label for label in labels), (wanted, labels)


def test_tabs_and_certainty(desktop):
    topic = Topic(PACK, TOPIC)
    with open_topic(desktop, 1) as window:
        for name in ('What is hoped for', 'How it is thought to work', 'How sure are we?'):
            window.wait_for(role=BUTTONS, name=name)
        chip = window.wait_for(role='push button', name='(' + CERTAINTY[topic.certainty] + ')')
        chip.press()
        window.wait_for(role='label', text='Stem cells can become')
        assert window.application().find(text=topic.steps[0].say) is None, \
            'the page that is not shown is read too'


def test_next_by_action_changes_the_sentence(desktop):
    topic = Topic(PACK, TOPIC)
    with open_topic(desktop, 1) as window:
        window.wait_for(role='label', text=topic.steps[0].say)
        window.wait_for(role='push button', name='Next').press()
        sentence = window.wait_for(role='label', text=topic.steps[1].say)
        assert sentence.has_state('focused'), 'the focus did not move to the sentence'
        drawing = window.wait_for(role='image', name=topic.title)
        assert drawing.description == topic.steps[1].alt
        window.wait_for(role='push button', name='Back: the step before').press()
        window.wait_for(role='label', text=topic.steps[0].say)


def test_one_page_at_a_time(desktop):
    """GTK 4.8 alone would present the pages behind, too."""
    topic = Topic(PACK, TOPIC)
    with GenuWindow(desktop.screen(1280, 800), f'--pack={PACK}') as window:
        window.wait_for(role='push button', name=topic.title).press()
        window.wait_for(role='image', name=topic.title)
        application = window.application()
        assert application.find(role='push button', name=Topic(PACK, 'pain').title) is None
        window.wait_for(role='push button', name='Home').press()
        window.wait_for(role='push button', name=Topic(PACK, 'pain').title)
        assert application.find(role='push button', name='Next') is None


def has_labels(drawing, wanted):
    found = [node.text for node in drawing.walk() if node.role == 'label']
    return all(any(name in label for label in found) for name in wanted)


def check_names(window):
    nameless = nameless_buttons(window.application())
    assert not nameless, [(node.role, node.name, node.description) for node in nameless]


def test_a_walk_by_actions_alone(desktop):
    """Home, a topic, each of its steps, how sure anyone is, home: no pointer, no key."""
    topic = Topic(PACK, TOPIC)
    with GenuWindow(desktop.screen(1280, 800), f'--pack={PACK}') as window:
        check_names(window)
        window.wait_for(role='push button', name=topic.title).press()
        for number, step in enumerate(topic.steps):
            if number > 0:
                window.wait_for(role='push button', name='Next').press()
            sentence = window.wait_for(role='label', text=step.say)
            wait_for(lambda node=sentence: node.has_state('focused'), f'focus on “{step.say}”', 15)
            drawing = window.wait_for(role='image', name=topic.title)
            wait_for(lambda node=drawing, alt=step.alt: node.description.startswith(alt),
                     'what it shows', 15)
            wait_for(lambda node=drawing, wanted=step.labels: has_labels(node, wanted),
                     f'the labels {step.labels}', 30)
            check_names(window)
        window.wait_for(role='push button', name='(' + CERTAINTY[topic.certainty] + ')').press()
        window.wait_for(role='label', text='Stem cells can become')
        check_names(window)
        window.wait_for(role='push button', name='Home').press()
        window.wait_for(role='push button', name=Topic(PACK, 'pain').title)


if __name__ == '__main__':
    run_tests(globals())
