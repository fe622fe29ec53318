#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pack passes the linter with no error and no warning, and its score sheet has no item missed.

  test-lint.py GENU_TOOL PACK

It is judged as of today: a pack that should have been reviewed by now fails, which is meant.
"""
import json
import subprocess
import sys

ROW = {'id', 'title', 'words', 'sentences', 'longest_sentence', 'words_of_3_syllables',
       'passive_sentences', 'levels'}
ITEM = {'instrument', 'item', 'text', 'judgement', 'place', 'shown'}
# How many items each instrument has.
ITEMS = {'pemat-av': 17, 'pemat-print': 24, 'ipdas': 12, 'cdc-cci': 20}


def check_sheet(sheet):
    assert ROW <= set(sheet['scores'][0]) and sheet['scores'][-1]['id'] is None
    for row in sheet['scores']:
        assert set(row['levels']) == {'flesch-kincaid', 'smog'}, row['levels']
        assert row['longest_sentence'] <= 15, row
        assert row['levels']['flesch-kincaid'] <= 6.0, row
    for instrument, count in ITEMS.items():
        items = [item for item in sheet['items'] if item['instrument'] == instrument]
        assert len(items) == count, (instrument, len(items))
    for item in sheet['items']:
        assert ITEM <= set(item)
        assert item['judgement'] in ('met', 'person', 'n/a'), item


def main():
    tool, pack = sys.argv[1:]
    done = subprocess.run([tool, 'check', '--lint', '--json', '--date=2026-11-22', pack],
                          capture_output=True, text=True, check=False)
    print(done.stderr, end='')
    assert done.returncode == 0, done.returncode
    assert done.stderr == ''
    sheets = json.loads(done.stdout)
    assert len(sheets) == 1
    check_sheet(sheets[0])

    done = subprocess.run([tool, 'check', '--lint', pack, '--date=2999-01-01'], capture_output=True,
                          text=True, check=False)
    assert done.returncode == 1 and '[review-overdue]' in done.stderr, done.stderr
    done = subprocess.run([tool, 'check', '--explain=no-such-rule'], capture_output=True, text=True,
                          check=False)
    assert done.returncode == 2 and 'reading-level' in done.stderr, done.stderr


if __name__ == '__main__':
    main()
