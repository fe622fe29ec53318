#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whatever is wrong with a pack, a window opens, the words that can be read are there, the reason is
in the journal, and `genu-tool check` names it."""
import os
import pathlib
import shutil

from genu_window import PACK, GenuWindow, run_tests, tool
from pack_words import Topic

TOPIC = 'differentiate'
BOMB = ('<?xml version="1.0"?>\n<!DOCTYPE pack [<!ENTITY a "aaaaaaaaaa">'
        + ''.join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip('abcdefgh', 'bcdefghi'))
        + ']>\n<pack xmlns="urn:genu:pack:1" id="bomb"><title>&i;</title></pack>\n')


def copy_pack(desktop, name):
    """A copy of the built-in pack to break, without the drawings' sources."""
    folder = pathlib.Path(desktop.folder, name)
    shutil.copytree(PACK, folder, ignore=shutil.ignore_patterns('art'))
    return folder


def diagram_of(folder, topic=TOPIC):
    text = (folder / 'topics' / f'{topic}.xml').read_text(encoding='utf-8')
    return folder / text.split('diagram="', 1)[1].split('"', 1)[0]


def expect_fault(path, *words):
    """check must fail and name the file."""
    run = tool('check', path, check=False)
    assert run.returncode == 1, f'check said {run.returncode}: {run.stdout}{run.stderr}'
    for word in words:
        assert word in run.stdout + run.stderr, f'{word!r} is not in: {run.stdout}{run.stderr}'


def expect_trouble(desktop, folder, *words):
    """A plain page, the reason in the journal."""
    with GenuWindow(desktop.screen(1280, 800), f'--pack={folder}') as window:
        window.wait_for(role='heading', name='This page cannot be shown')
        assert window.application().find(text='tell the staff') is not None
        for word in words:
            assert word in window.log(), f'{word!r} is not in the journal: {window.log()}'
        window.key('Escape', 'Right', 'space', 'Page_Down', 'plus')
        window.picture()


def expect_words(desktop, folder, *words, topic=TOPIC, step=4):
    """The topic's words without its picture, the reason in the journal."""
    told = Topic(PACK, topic)
    with GenuWindow(desktop.screen(1280, 800), f'--pack={folder}', f'--topic={topic}',
                    f'--step={step}') as window:
        window.wait_for(role='label', text=told.steps[step - 1].say)
        for word in words:
            assert word in window.log(), f'{word!r} is not in the journal: {window.log()}'
        window.key('Left')
        window.wait_for(role='label', text=told.steps[step - 2].say)
        window.key('Right', 'plus', 'minus')
        window.wait_for(role='label', text=told.steps[step - 1].say)
        window.wait_for(role=('push button', 'toggle button'), name='What is hoped').press()
        window.wait_for(role='label', text=told.key_point)
        window.picture()


def test_no_pack(desktop):
    expect_trouble(desktop, os.path.join(desktop.folder, 'nothing-there'), 'nothing-there')
    expect_fault(os.path.join(desktop.folder, 'nothing-there'), 'nothing-there')


def test_unreadable_pack(desktop):
    folder = copy_pack(desktop, 'cut')
    text = (folder / 'pack.xml').read_text(encoding='utf-8')
    (folder / 'pack.xml').write_text(text[:len(text) // 2], encoding='utf-8')
    expect_trouble(desktop, folder, 'pack.xml')
    expect_fault(folder, 'pack.xml')


def test_hostile_xml(desktop):
    folder = pathlib.Path(desktop.folder, 'bomb')
    folder.mkdir()
    (folder / 'pack.xml').write_text(BOMB, encoding='utf-8')
    expect_trouble(desktop, folder, 'pack.xml')
    expect_fault(folder, 'pack.xml')


def test_not_xml_at_all(desktop):
    folder = pathlib.Path(desktop.folder, 'noise')
    folder.mkdir()
    (folder / 'pack.xml').write_bytes(bytes(range(256)) * 64)
    expect_trouble(desktop, folder, 'pack.xml')
    expect_fault(folder, 'pack.xml')


def test_missing_diagram(desktop):
    folder = copy_pack(desktop, 'missing')
    diagram_of(folder).unlink()
    expect_words(desktop, folder, diagram_of(folder).name)
    expect_fault(folder, diagram_of(folder).name)


def test_broken_svg(desktop):
    folder = copy_pack(desktop, 'broken')
    path = diagram_of(folder)
    path.write_bytes(path.read_bytes()[:5000])
    expect_words(desktop, folder, path.name)
    expect_fault(folder, path.name)


def test_diagram_is_a_bomb(desktop):
    folder = copy_pack(desktop, 'svg-bomb')
    path = diagram_of(folder)
    path.write_text(BOMB.replace('pack [', 'svg [').replace('urn:genu:pack:1', 'http://www.w3.org/2000/svg')
                    .replace('<pack', '<svg').replace('</pack', '</svg'), encoding='utf-8')
    expect_words(desktop, folder, path.name)
    expect_fault(folder, path.name)


def test_one_topic_is_broken(desktop):
    """The other topics can be read."""
    folder = copy_pack(desktop, 'one-topic')
    path = folder / 'topics' / 'pain.xml'
    path.write_text(path.read_text(encoding='utf-8').replace('</topic>', ''), encoding='utf-8')
    expect_fault(folder, 'pain.xml')
    with GenuWindow(desktop.screen(1280, 800), f'--pack={folder}') as window:
        window.wait_for(role='push button', name=Topic(PACK, TOPIC).title)
        assert 'pain.xml' in window.log(), window.log()


def test_unknown_topic(desktop):
    with GenuWindow(desktop.screen(1280, 800), f'--pack={PACK}', '--topic=no-such') as window:
        window.wait_for(role='push button', name=Topic(PACK, TOPIC).title)
        assert 'no-such' in window.log(), window.log()


if __name__ == '__main__':
    run_tests(globals())
