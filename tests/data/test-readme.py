#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The pack of data/packs/README.md, built from the page's own listings, and the page's commands.

  test-readme.py GENU_TOOL README
"""
import json
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

# A line with only a file's name in backquotes, then its listing.
LISTING = re.compile(r'^`([\w./-]+)`\n```xml\n(.*?)^```$', re.M | re.S)
COMMANDS = re.compile(r'^```sh\n(.*?)^```$', re.M | re.S)
WANTED = {'exercise/pack.xml', 'exercise/topics/moving.xml', 'exercise/topics/choices.xml',
          'exercise/diagrams/leg.svg'}


def write_pack(page, folder):
    names = set()
    for name, text in LISTING.findall(page):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding='utf-8')
        names.add(name)
    assert names == WANTED, names


def run(tool, command, folder):
    words = shlex.split(command)
    assert words[0] == 'genu-tool', command
    # The pack's dates stand in the page: they are judged as of the day it was reviewed.
    if '--lint' in words:
        words.append('--date=2026-11-22')
    done = subprocess.run([tool, *words[1:]], cwd=folder, capture_output=True, text=True,
                          check=False)
    print(f'$ {command}\n{done.stderr}', end='')
    assert done.returncode == 0, done.returncode
    assert done.stderr == '', 'the page promises nothing on standard error'
    return done.stdout


def main():
    tool = str(pathlib.Path(sys.argv[1]).resolve())
    page = pathlib.Path(sys.argv[2]).read_text(encoding='utf-8')
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_pack(page, folder)
        commands = [line for block in COMMANDS.findall(page) for line in block.splitlines()]
        assert len(commands) == 4, commands
        outputs = {command: run(tool, command, folder) for command in commands}

        sheet = json.loads(outputs['genu-tool check --lint --json exercise'])
        assert [row['id'] for row in sheet[0]['scores']] == ['moving', 'choices', None]
        missed = [item for item in sheet[0]['items'] if item['judgement'] == 'not-met']
        assert not missed, missed

        # What the test proves, it must be able to disprove.
        topic = folder / 'exercise/topics/moving.xml'
        topic.write_text(topic.read_text(encoding='utf-8').replace('may ease', 'cures'),
                         encoding='utf-8')
        done = subprocess.run([tool, 'check', '--lint', 'exercise', '--date=2026-11-22'],
                              cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 1 and '[forbidden-claim]' in done.stderr, done.stderr
        for name, status in (('moving', 1), ('choices', 0)):
            done = subprocess.run([tool, 'check', '--lint', f'exercise/topics/{name}.xml'],
                                  cwd=folder, capture_output=True, text=True, check=False)
            assert done.returncode == status, done.stderr
            assert ('[forbidden-claim]' in done.stderr) == bool(status), done.stderr


if __name__ == '__main__':
    main()
