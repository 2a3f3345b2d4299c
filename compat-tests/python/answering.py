"""How the workers talk to the Java tests: a JSON request a line in, a JSON answer a line out, until end of input."""

import io
import json
import sys


def told(error):
    return {"error": type(error).__name__, "message": str(error)}


def answer_all(answer, dumps=json.dumps, failure=told):
    """What ``answer`` raises is the answer, as ``failure`` tells it, and the worker lives on: a hostile or broken dump may raise anything."""
    requests = io.TextIOWrapper(sys.stdin.buffer, encoding="utf-8")
    answers = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", newline="\n")
    # Whatever is printed by accident must not stand between the answers.
    sys.stdout = sys.stderr
    for line in requests:
        try:
            text = dumps(answer(json.loads(line)))
        except BaseException as error:
            text = json.dumps(failure(error))
        answers.write(text + "\n")
        answers.flush()
